"""Counts by day, written with each event, so that no chart ever reads ten million rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

#: What makes a row one row, in the order of the unique constraint.
DIMENSIONS = ("day", "subject", "service", "page", "channel", "locale", "question", "standing")
COUNTS = ("n", "r1", "r2", "r3", "r4", "r5")


class DailyRollup(models.Model):
    """``question`` is the question and its version, so a changed wording breaks the series visibly.

    For events that ask nothing it is the kind of event, for example ``form.completed`` or ``form.step:address``.
    ``standing`` keeps ratings that are verified, counted and suspect apart; r1 to r5 count each value given.
    """

    day = models.DateField()
    subject = models.CharField(max_length=160)
    service = models.CharField(max_length=80, blank=True)
    page = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=20)
    locale = models.CharField(max_length=12)
    question = models.CharField(max_length=120)
    standing = models.CharField(max_length=12)
    n = models.PositiveIntegerField(default=0)
    r1 = models.PositiveIntegerField(default=0)
    r2 = models.PositiveIntegerField(default=0)
    r3 = models.PositiveIntegerField(default=0)
    r4 = models.PositiveIntegerField(default=0)
    r5 = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("daily roll-up")
        verbose_name_plural = _("daily roll-ups")
        constraints = [models.UniqueConstraint(fields=DIMENSIONS, name="insight_rollup_once")]
        indexes = [
            models.Index(fields=["subject", "day"], name="insight_rollup_subject"),
            models.Index(fields=["page", "day"], name="insight_rollup_page"),
            models.Index(fields=["question", "day"], name="insight_rollup_question"),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day} {self.subject} {self.question}: {self.n}"
