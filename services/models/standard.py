"""A page of text: keyboard help, how to get an interpreter."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from services.models.linking import LinkingPage
from services.starters import StarterForm, standard_starter


class StandardPage(LinkingPage):
    """Text that is no service."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    text_fields = ("body",)
    base_form_class = StarterForm
    starter = staticmethod(standard_starter)
    template = "pages/standard_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.StandardPage"]
    content_panels = [*LinkingPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("information")
        verbose_name_plural = _("information pages")
