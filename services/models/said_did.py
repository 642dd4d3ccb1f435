"""Everything that the council did because residents said it."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.models import BasePage
from insight.services import published_actions

PER_PAGE = 20
#: More than any council has published; the insight room gives the newest.
MOST = 500


class YouSaidWeDidPage(BasePage):
    """Reads what was done from the insight room: nobody writes it twice."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("introduction"))

    template = "pages/you_said_we_did_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("you said, we did")
        verbose_name_plural = _("you said, we did")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``actions``: one page of them, newest first."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "actions": Paginator(published_actions(MOST), PER_PAGE).get_page(request.GET.get("page"))}
