"""Which requests a group of staff sees: those of a team, of a form, or of one form in one team."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel


class CaseScope(models.Model):
    """One line of the rules. It gives sight only: what a group may do there is in its permissions."""

    group = models.ForeignKey(
        "auth.Group", verbose_name=_("group"), on_delete=models.CASCADE, related_name="case_scopes"
    )
    team = models.ForeignKey(
        "core.Team", verbose_name=_("team"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    form = models.ForeignKey(
        "onlineforms.FormPage",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In all its languages. Empty: every form of the team."),
    )

    panels = [FieldPanel("group"), FieldPanel("team"), PageChooserPanel("form")]

    class Meta:
        verbose_name = _("who sees which requests")
        verbose_name_plural = _("who sees which requests")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(team__isnull=False) | models.Q(form__isnull=False), name="scope_names_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.team or ''} {self.form or ''}".strip()

    def clean(self) -> None:
        """Refuse a line that would show nothing."""
        if self.team is None and self.form is None:
            raise ValidationError(_("Choose a team, a form, or both."))
