"""Pages that lead to others: all of these are fetched by one query."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page

from core.models import BasePage
from services.known_pages import know, linked_ids
from translation.services import in_language_of


class LinkingPage(BasePage):
    """Abstract: knows the pages that its blocks and fields lead to."""

    #: Stream fields of text, and foreign keys to pages.
    text_fields: ClassVar[tuple[str, ...]] = ()
    page_fields: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @cached_property
    def linked(self) -> dict[int, Page]:
        """The live pages that this one leads to, by the id chosen, each in this page's language where it exists."""
        texts = (linked_ids(list(getattr(self, name).raw_data)) for name in self.text_fields)
        ids = {key for text in texts for key in text}
        ids |= {getattr(self, f"{name}_id") for name in self.page_fields} | {*self.related_ids} | self.more_ids
        contact = getattr(self, "contact", None)
        ids |= {contact.hubs_id} if contact else set()
        return in_language_of(self, ids - {None})

    @property
    def more_ids(self) -> set[int]:
        """The ids of further pages that this one leads to; a page type with links in its blocks names them."""
        return set()

    @property
    def related_ids(self) -> list[int]:
        """The ids of the related pages, in the order chosen."""
        related = getattr(self, "related", None)
        return [block["value"] for block in related.raw_data if block["value"]] if related else []

    @property
    def related_pages(self) -> list[Page]:
        """The related pages that are live and public, in the order chosen."""
        chosen = (self.linked[key] for key in self.related_ids if key in self.linked)
        return [page for page in chosen if not page.is_private]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the linked pages known to the rich text."""
        know(self.linked, request)
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context
