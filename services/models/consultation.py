"""A consultation: open, closed, and what came of it."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import BodyBlock
from services.models.linking import LinkingPage
from services.starters import StarterForm, consultation_starter
from services.words.consultations import note_in_words


class ConsultationPage(LinkingPage):
    """Asks residents before something is decided, and says afterwards what was decided. Its dates say its state."""

    class State(models.TextChoices):
        """Where it stands."""

        COMING = "coming", _("Not open yet")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        OUTCOME = "outcome", _("We decided")

    opens_on = models.DateField(_("opens on"), default=timezone.localdate)
    closes_on = models.DateField(_("last day"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("what it is about"))
    respond_page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, verbose_name=_("form"), null=True, blank=True, related_name="+"
    )
    respond_url = models.URLField(_("or the address of another site"), blank=True)
    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("other ways"), null=True, blank=True, related_name="+"
    )
    outcome = StreamField(BodyBlock(), blank=True, verbose_name=_("what you said, and what we decided"))
    outcome_on = models.DateField(_("decided on"), null=True, blank=True)

    base_form_class = StarterForm
    starter = staticmethod(consultation_starter)
    text_fields = ("body", "outcome")
    page_fields = ("respond_page",)
    template = "pages/consultation_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel(name) for name in ("respond_page", "respond_url", "contact")], heading=_("Answer")),
        MultiFieldPanel([FieldPanel("outcome_on"), FieldPanel("outcome")], heading=_("Outcome")),
    ]

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def clean(self) -> None:
        """Refuse dates that cannot be, and two places to answer at."""
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("The last day is before the first one.")})
        if self.respond_page_id and self.respond_url:
            raise ValidationError({"respond_url": _("Choose a form or give an address, not both.")})

    @property
    def state(self) -> "ConsultationPage.State":
        """Where it stands today. There is no outcome before the last day."""
        today = timezone.localdate()
        if today < self.opens_on:
            return self.State.COMING
        if today <= self.closes_on:
            return self.State.OPEN
        return self.State.OUTCOME if self.outcome else self.State.CLOSED

    @property
    def respond(self) -> Page | None:
        """The form to answer with, while it is live."""
        return self.linked.get(self.respond_page_id) if self.respond_page_id else None

    @property
    def is_over(self) -> bool:
        """Whether nobody can answer any more."""
        return self.state in (self.State.CLOSED, self.State.OUTCOME)

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return self.closes_on

    @property
    def listed_note(self) -> str:
        """Its state with the day that matters, in words."""
        return note_in_words(self.state, self.opens_on, self.closes_on, self.outcome_on)
