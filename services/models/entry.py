"""An entry of a directory: a place or a group, how to reach it, when it is open and who can use it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.models import BasePage
from services.entry_form import EntryForm
from services.opening import State, state_at
from services.opening_blocks import OpeningBlock
from services.opening_lines import Line, lines_of, times_of
from services.words.access import ACCESS
from services.words.opening import state_in_words

#: A space at which no line ends.
NO_BREAK = "\u00a0"
WHERE = ("address", "postcode")
REACH = ("phone", "email", "website")


class DirectoryEntryPage(BasePage):
    """Everything but the title may be missing: a helpline has no address, a park has no phone."""

    address = models.TextField(_("address"), blank=True, help_text=_("One line each, without the postcode."))
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("email"), blank=True)
    website = models.URLField(_("website"), blank=True)
    opening = StreamField(OpeningBlock(), blank=True, verbose_name=_("opening times"))
    shut_on_bank_holidays = models.BooleanField(_("closed on bank holidays"), default=True)
    facet_keys = models.JSONField(_("answers"), default=list, blank=True)
    access = models.JSONField(_("what disabled people find"), default=list, blank=True)
    access_guide = models.URLField(
        _("access guide"), blank=True, help_text=_("The address of a full guide, for example on AccessAble.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    base_form_class = EntryForm
    template = "pages/directory_entry_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("facet_keys"),
        MultiFieldPanel([FieldPanel(name) for name in REACH], heading=_("How to reach it")),
        MultiFieldPanel(
            [*[FieldPanel(name) for name in WHERE], FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])],
            heading=_("Where it is"),
        ),
        MultiFieldPanel([FieldPanel("opening"), FieldPanel("shut_on_bank_holidays")], heading=_("Opening times")),
        MultiFieldPanel([FieldPanel("access"), FieldPanel("access_guide")], heading=_("Accessibility")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("place or group")
        verbose_name_plural = _("places and groups")

    def clean(self) -> None:
        """Refuse half a position."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give latitude and longitude, or neither.")})

    @cached_property
    def state(self) -> State | None:
        """Whether it is open now; None where it has no opening times."""
        return state_at(times_of(self), timezone.localtime()) if self.opening else None

    @property
    def state_words(self) -> str:
        """The same as a sentence; empty where it has no opening times."""
        return state_in_words(self.state) if self.state else ""

    @property
    def opening_lines(self) -> list[Line]:
        """The opening times, a line a day."""
        return lines_of(self)

    @property
    def access_words(self) -> list[str]:
        """What disabled people find, in words."""
        return [str(ACCESS[key]) for key in self.access if key in ACCESS]

    @property
    def address_lines(self) -> list[str]:
        """The lines of the address, with the postcode as the last: on narrow screens it stays on one line."""
        lines = [*self.address.splitlines(), NO_BREAK.join(self.postcode.split())]
        return [line.strip() for line in lines if line.strip()]

    @property
    def extra_search_text(self) -> Any:
        """What the search reads besides the text."""
        return " ".join([self.address, self.postcode, *self.access_words, *self.facet_keys])
