"""A directory: places and groups as a list that a plain form narrows down."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from services.directory_blocks import FacetsBlock
from services.finding_entries import Search, found_entries
from services.models.routed import RoutedPage
from services.open_referral import services_as_json

PER_PAGE = 20


class DirectoryPage(RoutedPage):
    """Lists its entries, with a question for each facet. The list comes first; a map is a link on each entry."""

    intro = StreamField(BodyBlock(), blank=True, verbose_name=_("introduction"))
    facets = StreamField(FacetsBlock(), blank=True, verbose_name=_("questions"))

    views: ClassVar[dict[str, Any]] = {"open-referral": services_as_json}
    template = "pages/directory_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.DirectoryEntryPage"]
    content_panels = [*RoutedPage.content_panels, FieldPanel("intro"), FieldPanel("facets")]

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``search`` (what was asked), ``entries`` (one page of them) and ``page_url`` to go on."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        search = Search.of(request.GET, self.facets)
        pages = Paginator(found_entries(self, search), PER_PAGE)
        return {**context, "search": search, "entries": pages.get_page(request.GET.get("page")), **search.addresses}
