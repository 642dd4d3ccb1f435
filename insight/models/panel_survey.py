"""A survey of the Residents' Panel: its questions, whom it is sent to, and what came of it."""

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable


class PanelSurvey(ClusterableModel):
    """``results`` are the published figures (see ``insight.panel.results``); single answers go when they are made."""

    title = models.CharField(_("title"), max_length=120)
    intro = models.TextField(_("what it is about"), max_length=600)
    youth = models.BooleanField(_("for the youth panel"), default=False)
    size = models.PositiveIntegerField(_("invitations"), default=300)
    closes_on = models.DateField(_("open until"))
    form = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A form from the form builder, instead of the questions here. Its answers stay in its inbox."),
    )
    outcome = models.TextField(
        _("what came of it"), max_length=1000, blank=True, help_text=_("Members are told, and residents read it.")
    )
    source = models.CharField(max_length=160, blank=True, editable=False)
    results = models.JSONField(null=True, editable=False)
    invited_at = models.DateTimeField(null=True, editable=False)
    published_on = models.DateField(null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)

    panels = [
        FieldPanel("title"),
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("size"), FieldPanel("closes_on"), FieldPanel("youth")]),
        InlinePanel("questions", heading=_("Questions")),
        PageChooserPanel("form"),
        FieldPanel("outcome"),
    ]

    class Meta:
        verbose_name = _("panel survey")
        verbose_name_plural = _("panel surveys")
        ordering = ["-closes_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def desk(self) -> str:
        """Return the link to the screen on which it is run."""
        return format_html('<a href="{}">{}</a>', reverse("insight_panel", args=[self.pk]), _("Invite and publish"))

    desk.short_description = _("Run")  # type: ignore[attr-defined] # Django reads it from the function


class PanelQuestion(Orderable):
    """One question with its answers, one a line."""

    survey = ParentalKey(PanelSurvey, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=200)
    options = models.TextField(_("answers, one a line"), max_length=1000)

    panels = [FieldPanel("text"), FieldPanel("options")]

    class Meta(Orderable.Meta):
        verbose_name = _("question of a survey")
        verbose_name_plural = _("questions of a survey")

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        """Return the answers that can be chosen."""
        return [line.strip() for line in self.options.splitlines() if line.strip()]
