"""Events that are on their way to a sink, or have arrived there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import OutboxItem


class SinkBatch(OutboxItem):
    """Events numbered ``first`` to ``last``, both included. The newest row of a sink says how far it has come."""

    sink = models.CharField(_("sink"), max_length=60)
    first = models.BigIntegerField()
    last = models.BigIntegerField()

    class Meta(OutboxItem.Meta):
        abstract = False
        verbose_name = _("batch for a sink")
        verbose_name_plural = _("batches for sinks")
        constraints = [models.UniqueConstraint(fields=["sink", "last"], name="insight_sink_once")]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.sink}: {self.first} to {self.last}"
