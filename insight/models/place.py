"""Where people are asked on the spot: a counter with a kiosk, a hall with a QR code on the wall."""

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from insight.types import CAMPAIGN_LENGTH


class Place(models.Model):
    """``slug`` stands in the address of its two pages; answers count for ``service`` and ``campaign``."""

    name = models.CharField(_("name"), max_length=80, help_text=_("Residents read it, for example: Rose Hill library."))
    slug = models.SlugField(
        _("short name"), max_length=40, unique=True, help_text=_("Part of the address of its pages.")
    )
    service = models.SlugField(
        _("service"), max_length=60, help_text=_("The service that the answers are about, for example: libraries.")
    )
    campaign = models.SlugField(  # noqa: DJ001 - rows from before have none
        _("campaign"),
        max_length=CAMPAIGN_LENGTH,
        blank=True,
        null=True,
        help_text=_("If the place stands for a campaign, its short name, for example: food-waste-2026."),
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("service"), FieldPanel("campaign")]

    class Meta:
        verbose_name = _("place with a kiosk or QR code")
        verbose_name_plural = _("places with a kiosk or QR code")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Write a campaign in one way, so that its answers are counted together."""
        super().clean()
        self.campaign = self.campaign.lower() if self.campaign else None

    def code(self) -> str:
        """Return the link to the code to print."""
        return format_html('<a href="{}">{}</a>', reverse("insight_place_code", args=[self.pk]), _("QR code to print"))

    def kiosk(self) -> str:
        """Return the link to the page that a kiosk shows."""
        return format_html('<a href="{}">{}</a>', reverse("insight:kiosk", args=[self.slug]), _("Kiosk page"))

    code.short_description = _("QR code")  # type: ignore[attr-defined] # Django reads it of the function
    kiosk.short_description = _("Kiosk")  # type: ignore[attr-defined] # Django reads it of the function
