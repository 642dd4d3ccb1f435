"""When somebody else should look at an open request, by itself and once."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class EscalationRule(models.Model):
    """So many working days after the promised day (before it: a negative number), ``to_team`` is told and sees it."""

    form = models.ForeignKey(
        "onlineforms.FormPage",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In all its languages. Empty: every form."),
    )
    team = models.ForeignKey(
        "core.Team",
        verbose_name=_("team whose requests it is about"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: every team."),
    )
    days = models.SmallIntegerField(
        _("working days after the promised day"),
        default=1,
        validators=[MinValueValidator(-60), MaxValueValidator(260)],
        help_text=_("A number below zero means before it: -2 is two working days before. 0 is the day itself."),
    )
    to_team = models.ForeignKey(
        "core.Team", verbose_name=_("team that is told"), on_delete=models.PROTECT, related_name="+"
    )
    enabled = models.BooleanField(_("in use"), default=True)

    panels = [
        PageChooserPanel("form"),
        FieldPanel("team"),
        FieldPanel("days"),
        FieldPanel("to_team"),
        FieldPanel("enabled"),
    ]

    class Meta:
        verbose_name = _("escalation rule")
        verbose_name_plural = _("escalation rules")
        ordering = ["days", "pk"]

    def __str__(self) -> str:
        return f"{self.days:+d}: {self.to_team}"


class Escalation(models.Model):
    """A rule took effect on a request: it never does so twice."""

    rule = models.ForeignKey(EscalationRule, on_delete=models.CASCADE, related_name="+")
    submission = models.ForeignKey("onlineforms.Submission", on_delete=models.CASCADE, related_name="escalations")
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("escalation")
        verbose_name_plural = _("escalations")
        constraints = [models.UniqueConstraint(fields=["rule", "submission"], name="one_escalation_a_rule")]

    def __str__(self) -> str:
        return f"{self.rule} {self.submission}"
