"""An event: when and where it is, who can take part, and a file for one's own calendar."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from services.access_form import AccessForm
from services.calendar_file import as_calendar
from services.models.linking import LinkingPage
from services.models.routed import RoutedPage
from services.words.access import ACCESS
from services.words.events import when_in_words


class EventPage(LinkingPage, RoutedPage):
    """Something that residents can go to or join online."""

    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    called_off = models.BooleanField(_("called off"), default=False)
    place = models.CharField(_("where"), max_length=160, blank=True)
    online_url = models.URLField(_("address to join online"), blank=True)
    cost = models.CharField(_("what it costs"), max_length=60, blank=True, help_text=_("For example: Free."))
    book_url = models.URLField(_("address to book"), blank=True)
    access = models.JSONField(_("what disabled people find"), default=list, blank=True)
    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("contact"), null=True, blank=True, related_name="+"
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    base_form_class = AccessForm
    text_fields = ("body",)
    views: ClassVar[dict[str, Any]] = {"calendar": as_calendar}
    template = "pages/event_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]), FieldPanel("called_off")], heading=_("When")
        ),
        MultiFieldPanel([FieldPanel(name) for name in ("place", "online_url", "access")], heading=_("Where")),
        MultiFieldPanel([FieldPanel(name) for name in ("cost", "book_url", "contact")], heading=_("Taking part")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """Refuse an end before the start."""
        super().clean()
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("The end is before the start.")})

    @property
    def when(self) -> str:
        """Day and times in words."""
        return when_in_words(self.starts, self.ends)

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends <= timezone.now()

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return timezone.localdate(self.starts)

    @property
    def listed_note(self) -> str:
        """When and where, in words."""
        return " · ".join(part for part in (self.when, self.place) if part)

    @property
    def access_words(self) -> list[str]:
        """What disabled people find, in words."""
        return [str(ACCESS[key]) for key in self.access if key in ACCESS]
