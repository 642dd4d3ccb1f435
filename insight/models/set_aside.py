"""Events that did not match their schema: kept for a developer to look at, so that no caller fails."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SetAsideEvent(models.Model):
    """``reason`` is the place and rule of the schema that failed, never a value that somebody typed."""

    type = models.CharField(max_length=80)
    reason = models.CharField(max_length=200)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("event set aside")
        verbose_name_plural = _("events set aside")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.type}: {self.reason}"
