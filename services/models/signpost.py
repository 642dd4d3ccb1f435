"""Who can help: one search by need and by place over our teams and our partners."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Site

from core.models import BasePage
from services.finding_entries import MOST_WORDS
from services.signpost_blocks import NeedsBlock
from services.signposting.doors import Asked, doors_for, fitting, grouped
from services.signposting.place import Place


class SignpostPage(BasePage):
    """Lists every team and every place or group of its site. A need narrows the list down, a place puts it in order."""

    needs = StreamField(NeedsBlock(), blank=True, verbose_name=_("what people need help with"))
    contact = models.ForeignKey(
        "core.Contact",
        models.SET_NULL,
        verbose_name=_("whom to ask when nothing fits"),
        null=True,
        blank=True,
        related_name="+",
    )

    template = "pages/signpost_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, FieldPanel("needs"), FieldPanel("contact")]

    class Meta:
        verbose_name = _("signposting page")
        verbose_name_plural = _("signposting pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``asked``, ``needs`` to tick, ``groups`` of doors and how many ``found``."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        ticked = set(request.GET.getlist("need"))
        needs = [{**dict(block.value), "ticked": block.value["key"] in ticked} for block in self.needs]
        chosen = [need for need in needs if need["ticked"]]
        asked = Asked(
            words=_written(request, "q"),
            place=Place.of(_written(request, "place")),
            keys=frozenset(need["key"] for need in chosen),
            need_words=[word for need in chosen for word in need["words"]],
        )
        site = Site.find_for_request(request) or self.get_site()
        doors = fitting(doors_for(self, site.root_page, request), asked)
        return {
            **context, "asked": asked, "needs": needs, "groups": grouped(doors, asked.place), "found": len(doors),
        }  # fmt: skip


def _written(request: HttpRequest, name: str) -> str:
    return " ".join(request.GET.get(name, "").split())[:MOST_WORDS]
