"""A guide: one subject in chapters, each with its own address, and all of it on one page for print."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from services.blocks import RelatedBlock
from services.chapters import WHOLE, ChaptersBlock, chapters_of, place_of
from services.managers import GuidePageManager
from services.models.linking import LinkingPage


class GuidePage(LinkingPage):
    """What to know about a subject that needs more than one page."""

    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("other ways"), null=True, blank=True, related_name="+"
    )
    chapters = StreamField(ChaptersBlock(), verbose_name=_("chapters"))
    related = StreamField(RelatedBlock(), blank=True, verbose_name=_("related pages"))

    objects = GuidePageManager()

    text_fields = ("chapters",)
    template = "pages/guide_page.jinja"
    whole_template = "pages/guide_whole.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*LinkingPage.content_panels, *[FieldPanel(name) for name in ("chapters", "contact", "related")]]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead ``/guide/<chapter>/`` and ``/guide/print/`` to this page; anything else as Wagtail does."""
        if self.live and len(path_components) == 1:
            slug = path_components[0]
            if slug == WHOLE or any(block.value["slug"] == slug for block in self.chapters):
                self.hold_ancestors()
                return RouteResult(self, kwargs={"chapter": slug})
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, chapter: str = "", **kwargs: Any) -> dict[str, Any]:
        """Add ``chapters``, ``whole_url``, and the chapter shown with its neighbours unless all of them are."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        url = self.get_url(request) or ""
        chapters = chapters_of(self.chapters, url, chapter)
        return {**context, "chapters": chapters, "whole_url": f"{url}{WHOLE}/", **place_of(chapters)}

    def get_template(self, request: HttpRequest, *args: Any, chapter: str = "", **kwargs: Any) -> str:
        """Return the template of a chapter, or of the whole guide where that is asked for or there is no chapter."""
        if chapter == WHOLE or not self.chapters:
            return self.whole_template
        template: str = super().get_template(request, *args, **kwargs)
        return template

    def search_parts(self) -> Iterator[dict[str, str]]:
        """Yield the chapters behind the first, each of which has an address of its own, for the search."""
        for block in list(self.chapters)[1:]:
            body = " ".join(block.block.get_searchable_content(block.value))
            yield {"slug": block.value["slug"], "title": block.value["title"], "body": body}

    def search_body(self) -> str:
        """Return the text of the first chapter, which stands at the guide's own address, for the search."""
        first = list(self.chapters)[:1]
        return " ".join(text for block in first for text in block.block.get_searchable_content(block.value))
