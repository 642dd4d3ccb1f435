"""The page of a service area: everything in it, each with its sentence."""

from typing import ClassVar

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import BasePage
from services.listing import pages_below


class ServiceIndexPage(BasePage):
    """A service area, such as housing."""

    template = "pages/service_index_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage"]

    class Meta:
        verbose_name = _("service area")
        verbose_name_plural = _("service areas")

    @cached_property
    def pages(self) -> list[Page]:
        """The live pages of this area in its language, in the order of the tree."""
        return pages_below(self)
