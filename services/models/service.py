"""The page of one service: it answers first, then leads to the form, then says what to know."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import BodyBlock
from services.blocks import RelatedBlock
from services.managers import ServicePageManager
from services.models.linking import LinkingPage

START_PANELS = [FieldPanel(name) for name in ("start_page", "start_url", "start_label", "minutes")]


class ServicePage(LinkingPage):
    """One thing that residents want to do, the promise about it, and every other way to do it."""

    start_page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, verbose_name=_("form"), null=True, blank=True, related_name="+"
    )
    start_url = models.URLField(_("or the address of another site"), blank=True)
    start_label = models.CharField(
        _("words on the start button"), max_length=80, blank=True, help_text=_("Without words, the title is used.")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes it takes"), null=True, blank=True)
    promise = models.ForeignKey(
        "core.ServicePromise", models.SET_NULL, verbose_name=_("promise"), null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("other ways"), null=True, blank=True, related_name="+"
    )
    video_page = models.ForeignKey(
        "services.HowToVideoPage", models.SET_NULL, verbose_name=_("video"), null=True, blank=True, related_name="+"
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("what to know"))
    lgsl_id = models.PositiveIntegerField(
        _("number in the Local Government Service List"),
        null=True,
        blank=True,
        help_text=_("So that other systems know which service this is. See standards.esd.org.uk."),
    )
    related = StreamField(RelatedBlock(), blank=True, verbose_name=_("related pages"))

    objects = ServicePageManager()

    text_fields = ("body",)
    page_fields = ("start_page", "video_page")
    template = "pages/service_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        MultiFieldPanel(START_PANELS, heading=_("Start button")),
        *[FieldPanel(name) for name in ("promise", "contact", "body", "video_page", "related")],
    ]
    settings_panels = [*LinkingPage.settings_panels, FieldPanel("lgsl_id")]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    def clean(self) -> None:
        """Refuse two places for one button to lead to."""
        super().clean()
        if self.start_page_id and self.start_url:
            raise ValidationError({"start_url": _("Choose a form or give an address, not both.")})

    @property
    def start(self) -> Page | None:
        """The form that the button leads to, while it is live."""
        return self.linked.get(self.start_page_id) if self.start_page_id else None

    @property
    def video(self) -> Page | None:
        """The page of the how-to video, while it is live."""
        return self.linked.get(self.video_page_id) if self.video_page_id else None

    @property
    def start_words(self) -> str:
        """What stands on the start button."""
        return self.start_label or self.title
