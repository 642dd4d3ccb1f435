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
from services.starters import StarterForm, service_starter

START_PANELS = [FieldPanel(name) for name in ("start_page", "start_url", "start_label", "minutes", "fee", "shared_fee")]


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
    fee = models.CharField(  # noqa: DJ001 - a column that is added to a full table must be nullable
        _("what it costs"),
        max_length=60,
        null=True,
        blank=True,
        help_text=_("In few words, for example: £44 a year. It stands under the start button and on search results."),
    )
    shared_fee = models.ForeignKey(
        "services.Fee",
        models.SET_NULL,
        verbose_name=_("or a cost that several pages share"),
        null=True,
        blank=True,
        related_name="+",
    )
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
    lgil_id = models.PositiveSmallIntegerField(
        _("number in the Local Government Interaction List"),
        null=True,
        blank=True,
        help_text=_("What people do here with that service, such as apply, pay or report. See standards.esd.org.uk."),
    )
    related = StreamField(RelatedBlock(), blank=True, verbose_name=_("related pages"))

    objects = ServicePageManager()

    base_form_class = StarterForm
    starter = staticmethod(service_starter)
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
    settings_panels = [*LinkingPage.settings_panels, FieldPanel("lgsl_id"), FieldPanel("lgil_id")]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    def clean(self) -> None:
        """Refuse two places for one button to lead to."""
        super().clean()
        if self.start_page_id and self.start_url:
            raise ValidationError({"start_url": _("Choose a form or give an address, not both.")})
        if self.shared_fee_id and self.fee:
            raise ValidationError({"fee": _("Write the cost here or choose a shared one, not both.")})

    @property
    def start(self) -> Page | None:
        """The form that the button leads to, while it is live."""
        return self.linked.get(self.start_page_id) if self.start_page_id else None

    @property
    def cost(self) -> str:
        """What it costs, in words: the shared cost where one is chosen."""
        return self.shared_fee.words if self.shared_fee else self.fee or ""

    @property
    def video(self) -> Page | None:
        """The page of the how-to video, while it is live and public: the link to it is its title."""
        page = self.linked.get(self.video_page_id) if self.video_page_id else None
        return page if page and not page.is_private else None

    @property
    def start_words(self) -> str:
        """What stands on the start button."""
        return self.start_label or self.title
