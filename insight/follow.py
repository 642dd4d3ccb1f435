"""What this room listens to: pages that get another address, move, or go."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from insight import succession
from insight.gone import page_deleted
from insight.models import ServiceChange


def connect() -> None:
    """Called once, from ``AppConfig.ready()``."""
    page_slug_changed.connect(succession.renamed, dispatch_uid="insight.renamed")
    post_page_move.connect(succession.moved, dispatch_uid="insight.moved")
    post_delete.connect(page_deleted, sender=Page, dispatch_uid="insight.page-deleted")
    for signal in (post_save, post_delete):
        signal.connect(succession.forget, sender=ServiceChange, dispatch_uid="insight.succession")
