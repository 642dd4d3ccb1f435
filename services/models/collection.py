"""A page that lists what stands under it: events, consultations, publications, teams."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import BodyBlock
from core.models import BasePage
from services.listing import Group, grouped, pages_below


class IndexPage(BasePage):
    """Lists its pages in the order of the tree, or by the day that each is about."""

    class Order(models.TextChoices):
        """How the pages are sorted."""

        TREE = "tree", _("As in the page tree")
        TITLE = "title", _("From A to Z")
        SOONEST = "soonest", _("Soonest first; what is over stands apart")
        NEWEST = "newest", _("Newest first")

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text above the list"))
    order = models.CharField(_("order"), max_length=10, choices=Order.choices, default=Order.TREE)

    template = "pages/index_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("order")]

    class Meta:
        verbose_name = _("list of pages")
        verbose_name_plural = _("lists of pages")

    @cached_property
    def groups(self) -> list[Group[Page]]:
        """The live pages in order; what is over is a group of its own."""
        return grouped(pages_below(self), self.order)
