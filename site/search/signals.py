"""Keep the index true: each way a page appears, changes, moves, hides or goes."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from search.indexing import index_page, index_tree


def _one(instance: Page, **_: Any) -> None:
    index_page(instance)


def _tree(instance: Page, **_: Any) -> None:
    index_tree(instance)


def _privacy(instance: PageViewRestriction, **_: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        index_tree(page)


def connect() -> None:
    """Connect all receivers; called once from ``ready()``. A deleted page takes its entry along by its key."""
    page_published.connect(_one, dispatch_uid="search.published")
    page_unpublished.connect(_one, dispatch_uid="search.unpublished")
    page_slug_changed.connect(_tree, dispatch_uid="search.slug")
    post_page_move.connect(_tree, dispatch_uid="search.move")
    post_save.connect(_privacy, sender=PageViewRestriction, dispatch_uid="search.private")
    post_delete.connect(_privacy, sender=PageViewRestriction, dispatch_uid="search.public")
