"""Answers to freedom of information requests, so that nobody has to ask again."""

from datetime import date
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.models import BasePage
from services.disclosures import DisclosureSearch
from services.models.linking import LinkingPage
from services.words.dates import day_in_words

PER_PAGE = 20


class FoiIndexPage(BasePage):
    """The disclosure log: searched by words, topic and year."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("how to ask"))

    template = "pages/foi_index_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.FoiResponsePage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("disclosure log")
        verbose_name_plural = _("disclosure logs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``search`` (what was asked) and ``answers`` (one page of them, newest first)."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        search = DisclosureSearch.of(self, request.GET)
        answers = Paginator(search.found(), PER_PAGE).get_page(request.GET.get("page"))
        return {**context, "search": search, "answers": answers}


class FoiResponsePage(LinkingPage):
    """One request and our answer. The name of who asked is never part of it."""

    class Outcome(models.TextChoices):
        """What we gave."""

        ALL = "all", _("We gave all of it")
        PART = "part", _("We gave part of it")
        NONE = "none", _("We gave none of it")
        NOT_HELD = "not-held", _("We do not have it")

    reference = models.CharField(_("reference"), max_length=40, blank=True)
    answered_on = models.DateField(_("answered on"), default=timezone.localdate)
    topic = models.CharField(_("topic"), max_length=60, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.ALL)
    question = models.TextField(_("what was asked"), help_text=_("Without names or anything else about the person."))
    answer = StreamField(BodyBlock(), blank=True, verbose_name=_("our answer"))

    text_fields = ("answer",)
    template = "pages/foi_response_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.FoiIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        FieldRowPanel([FieldPanel("answered_on"), FieldPanel("reference")]),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("outcome")]),
        FieldPanel("question"),
        FieldPanel("answer"),
    ]

    class Meta:
        verbose_name = _("answer to a request for information")
        verbose_name_plural = _("answers to requests for information")

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return self.answered_on

    @property
    def answered_words(self) -> str:
        """The day of the answer in words."""
        return day_in_words(self.answered_on)

    @property
    def listed_note(self) -> str:
        """The day, the topic and what we gave, in words."""
        parts = (self.answered_words, self.topic, self.get_outcome_display())
        return " · ".join(part for part in parts if part)

    @property
    def extra_search_text(self) -> str:
        """The words of the request, for the search."""
        return f"{self.question} {self.topic} {self.reference}"
