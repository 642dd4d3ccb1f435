"""Keep the index true: each way a thing appears, changes, moves, hides or goes."""

from functools import partial
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.services import Source, findable_sources
from library.models import CustomDocument
from library.services import document_serving_changed
from search import snapshot
from search.index import documents, pages
from search.index.writing import replace
from search.models import SearchEntry


def index_page(page: Page) -> None:
    """Write what may be found of a page and of the documents that it leads to, or remove it."""
    if not pages.is_public(page):
        forget_page(page)
        return
    replace(pages.SOURCE.key(page), pages.of(page))
    for document in documents.linked_from(page.specific):
        replace(documents.SOURCE.key(document), documents.on_page(document, page))


def forget_page(page: Page) -> None:
    """Remove a page that is not public any more, and look for other pages that lead to its documents."""
    replace(pages.SOURCE.key(page), ())
    for document in documents.linked_from(page.specific):
        replace(documents.SOURCE.key(document), documents.of(document, without=page.pk))


def index_tree(page: Page) -> None:
    """Do :func:`index_page` for a page and all below it: its address or its privacy changed."""
    for each in Page.objects.descendant_of(page, inclusive=True).specific().iterator():
        index_page(each)


def _one(instance: Page, **_: Any) -> None:
    index_page(instance)


def _unpublished(instance: Page, **_: Any) -> None:
    """Believe the signal, not the row: Wagtail sends it for a page that is deleted while its row still says live."""
    forget_page(instance)


def _gone(instance: Page, **_: Any) -> None:
    """Drop what points to a deleted page: while an area goes, its pages look live to each other until the end."""
    if SearchEntry.objects.filter(page_id=instance.pk).delete()[0]:
        snapshot.stale()


def _tree(instance: Page, **_: Any) -> None:
    index_tree(instance)


def _privacy(instance: PageViewRestriction, **_: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        index_tree(page)


def _collection(instance: CollectionViewRestriction, **_: Any) -> None:
    below = instance.collection.get_descendants(inclusive=True)
    for document in CustomDocument.objects.filter(collection__in=below):
        replace(documents.SOURCE.key(document), documents.of(document))


def _saved(source: Source, instance: Model, **_: Any) -> None:
    replace(source.key(instance), source.of(instance))


def _deleted(source: Source, instance: Model, **_: Any) -> None:
    replace(source.key(instance), ())


def connect() -> None:
    """Connect all receivers; called once, when every room has registered what it has to find."""
    page_published.connect(_one, dispatch_uid="search.published")
    page_unpublished.connect(_unpublished, dispatch_uid="search.unpublished")
    page_slug_changed.connect(_tree, dispatch_uid="search.slug")
    post_page_move.connect(_tree, dispatch_uid="search.move")
    for signal, name in ((post_save, "private"), (post_delete, "public")):
        signal.connect(_privacy, sender=PageViewRestriction, dispatch_uid=f"search.page.{name}")
        signal.connect(_collection, sender=CollectionViewRestriction, dispatch_uid=f"search.collection.{name}")
    document_serving_changed.connect(partial(_saved, documents.SOURCE), weak=False, dispatch_uid="search.serving")
    post_delete.connect(_gone, sender=Page, dispatch_uid="search.page.gone")
    for source in findable_sources():
        if source is not pages.SOURCE:
            post_save.connect(partial(_saved, source), source.model, weak=False, dispatch_uid=f"search.{source.name}")
            post_delete.connect(
                partial(_deleted, source), source.model, weak=False, dispatch_uid=f"search.{source.name}.gone"
            )
