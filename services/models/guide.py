"""A guide: one subject in chapters, each with its own address, and all of it on one page for print."""

from typing import Any, ClassVar

from core.models import BasePage
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from services.blocks import RelatedBlock
from services.chapters import WHOLE, Chapter, ChaptersBlock, chapters_of
from services.listing import in_language_of
from services.managers import GuidePageManager


class GuidePage(BasePage):
    """What to know about a subject that needs more than one page."""

    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("other ways"), null=True, blank=True, related_name="+"
    )
    chapters = StreamField(ChaptersBlock(), verbose_name=_("chapters"))
    related = StreamField(RelatedBlock(), blank=True, verbose_name=_("related pages"))

    objects = GuidePageManager()

    template = "pages/guide_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, *[FieldPanel(name) for name in ("chapters", "contact", "related")]]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead ``/guide/<chapter>/`` and ``/guide/print/`` to this page; anything else as Wagtail does."""
        if self.live and len(path_components) == 1:
            slug = path_components[0]
            if slug == WHOLE or any(block.value["slug"] == slug for block in self.chapters):
                return RouteResult(self, kwargs={"chapter": slug})
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, chapter: str = "", **kwargs: Any) -> dict[str, Any]:
        """Add ``chapters``, and ``chapter`` (the one shown) with its neighbours unless the whole guide is shown."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        url = self.get_url(request) or ""
        chapters = chapters_of(self.chapters, url)
        context |= {"chapters": chapters, "whole_url": f"{url}{WHOLE}/", "whole": chapter == WHOLE}
        if chapters and chapter != WHOLE:
            context |= _place(chapters, chapter)
        return context

    @cached_property
    def related_pages(self) -> list[Any]:
        """The related pages that are live, in the order chosen."""
        return list(in_language_of(self, [block.value for block in self.related if block.value]).values())


def _place(chapters: list[Chapter], slug: str) -> dict[str, Chapter | None]:
    """Return the chapter at ``slug``, else the first, with those before and after it."""
    at = next((position for position, each in enumerate(chapters) if each.slug == slug), 0)
    return {
        "chapter": chapters[at],
        "previous": chapters[at - 1] if at else None,
        "following": chapters[at + 1] if at + 1 < len(chapters) else None,
    }
