"""How often each group of the city was heard, a month. One number a group: nothing here belongs to a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from insight.panel.dimensions import Dimension
from insight.voices.tags import Tag


class GroupCount(models.Model):
    """``question`` is the series of the answers in r1 to r5; for what people say about themselves there are none.

    Groups of two dimensions are never counted together, no event holds a group of people, and no row says on which
    day: what somebody told about themselves can be joined to no rating, comment or form.
    """

    month = models.DateField()
    dimension = models.CharField(max_length=12, choices=[*Dimension.choices, *Tag.choices])
    group = models.CharField(max_length=80)
    channel = models.CharField(max_length=20)
    question = models.CharField(max_length=120)
    n = models.PositiveIntegerField(default=0)
    r1 = models.PositiveIntegerField(default=0)
    r2 = models.PositiveIntegerField(default=0)
    r3 = models.PositiveIntegerField(default=0)
    r4 = models.PositiveIntegerField(default=0)
    r5 = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of a group")
        verbose_name_plural = _("counts of groups")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["dimension", "group", "month", "channel", "question"], name="insight_group_count_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.group}: {self.n}"
