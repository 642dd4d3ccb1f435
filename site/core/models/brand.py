"""What makes the site this council's own. Colours are checked for contrast before they are saved."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from core.brand.contrast import COLOUR_PATTERN, FIXED
from core.brand.findings import contrast_errors
from core.models.contact import Contact

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

FIXED_LABELS = {
    "white": _("white"),
    "soft": _("grey text"),
    "visited": _("visited link"),
    "line": _("thin line"),
    "blush": _("ground of an emergency"),
}
is_colour = RegexValidator(COLOUR_PATTERN, _("Write the colour as # and six of 0 to 9 or a to f, like #0b3d91."))


def _colour(name: "_StrPromise", default: str, job: "_StrPromise") -> "models.CharField[str, str]":
    """Return a colour field; ``job`` says where the colour is used."""
    return models.CharField(name, max_length=7, default=default, validators=[is_colour], help_text=job)


@register_setting(icon="view")
class BrandSettings(BaseSiteSetting, ClusterableModel):
    """Name, mark, colours and typeface of the council, and the links at the foot of every page."""

    class Typeface(models.TextChoices):
        """Typefaces that the site can serve by itself."""

        HYPERLEGIBLE = "hyperlegible", _("Atkinson Hyperlegible, made for low vision")
        ARIAL = "arial", _("Arial, nothing to load")

    COLOURS = ("ink", "brand", "deep", "tint", "stone", "go", "gold", "alert")

    council_name = models.CharField(_("council name"), max_length=80, default="Your council")
    mark = models.CharField(
        _("mark"), max_length=2, default="C", help_text=_("One or two letters, if you have no logo.")
    )
    logo = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("It stands beside the council name, so it needs no words of its own."),
    )
    ink = _colour(_("ink"), "#14213d", _("Text, and the foot of the page."))
    brand = _colour(_("main colour"), "#0b3d91", _("Top of the page, and links."))
    deep = _colour(_("deep colour"), "#082c6c", _("The line above the council name, and links under the pointer."))
    tint = _colour(_("tint"), "#eef3fb", _("Ground of promises and of the search band."))
    stone = _colour(_("stone"), "#f6f4ef", _("Ground of what residents said."))
    go = _colour(_("go"), "#00703c", _("Start buttons, and promises that we kept."))
    gold = _colour(_("gold"), "#ffc533", _("Search button, and the ring that shows where the keyboard is."))
    alert = _colour(_("alert"), "#b3261a", _("Errors, and the edge of an emergency alert."))
    typeface = models.CharField(_("typeface"), max_length=20, choices=Typeface.choices, default=Typeface.HYPERLEGIBLE)
    contact = models.ForeignKey(
        "core.Contact",
        verbose_name=_("contact for everything"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown under “Talk to us” on every page."),
    )
    interpreter_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about interpreters"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    select_related = ("logo", "contact__locale", "interpreter_page__locale")

    #: Of a brand that was read for a request: its contact in the reader's language, its page about interpreters where
    #: everybody may read it, and list and page of each link.
    contact_here: "Contact | None" = None
    interpreter_here: "Page | None" = None
    leads_to: "list[tuple[str, int]]" = []

    panels = [
        MultiFieldPanel([FieldPanel(name) for name in ("council_name", "mark", "logo", "typeface")], heading=_("Name")),
        MultiFieldPanel(
            [FieldPanel(name, widget=forms.TextInput(attrs={"type": "color"})) for name in COLOURS],
            heading=_("Colours"),
        ),
        MultiFieldPanel(
            [FieldPanel("contact"), FieldPanel("interpreter_page"), InlinePanel("footer_links", label=_("Link"))],
            heading=_("Foot of every page"),
        ),
    ]

    class Meta:
        verbose_name = _("brand")

    def colours(self) -> dict[str, str]:
        """Return every colour of the design by its job, as ``#rrggbb`` in small letters, the fixed ones included."""
        return {**FIXED, **{name: str(getattr(self, name)).lower() for name in self.COLOURS}}

    def clean(self) -> None:
        """Refuse colours that somebody could not read (WCAG 2.2 SC 1.4.3 and 1.4.11)."""
        super().clean()
        labels = {name: str(label) for name, label in FIXED_LABELS.items()}
        labels |= {name: str(self._meta.get_field(name).verbose_name) for name in self.COLOURS}
        errors = contrast_errors(self.colours(), labels)
        if errors:
            raise ValidationError({name: list(messages) for name, messages in errors.items()})


class FooterLink(Orderable):
    """A page that every page leads to, in one of the footer's two lists."""

    class Column(models.TextChoices):
        """The lists, by their headings."""

        HELP = "help", _("Help")
        RESULTS = "results", _("How we are doing")

    brand = ParentalKey(BrandSettings, on_delete=models.CASCADE, related_name="footer_links")
    column = models.CharField(_("list"), max_length=10, choices=Column.choices, default=Column.HELP)
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("column"), FieldPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("footer link")
        verbose_name_plural = _("footer links")
