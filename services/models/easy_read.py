"""The Easy Read version of another page: short sentences and a picture a point."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from services.easy_blocks import PointsBlock
from services.models.linking import LinkingPage


class EasyReadPage(LinkingPage):
    """Says the same as the page that it is about; that page leads here."""

    about = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        verbose_name=_("page that it is about"),
        null=True,
        blank=True,
        related_name="+",
    )
    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("who can help"), null=True, blank=True, related_name="+"
    )
    points = StreamField(PointsBlock(), blank=True, verbose_name=_("points"))

    page_fields = ("about",)
    template = "pages/easy_read_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.IndexPage", "services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*LinkingPage.content_panels, *[FieldPanel(name) for name in ("about", "points", "contact")]]

    class Meta:
        verbose_name = _("Easy Read page")
        verbose_name_plural = _("Easy Read pages")

    @property
    def full_page(self) -> Page | None:
        """The page that this one is about, while it is live."""
        return self.linked.get(self.about_id) if self.about_id else None
