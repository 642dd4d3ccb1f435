"""Leave to publish in spite of named faults, for a short time."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accessibility.models.subject import AboutObject

LONGEST = timedelta(days=14)
#: So long it counts that a fault was let through before.
REMEMBERED = timedelta(days=90)


def _longest() -> Any:
    return timezone.now() + LONGEST


def in_force(at: datetime) -> models.Q:
    """Return the condition of those that let faults through at that moment."""
    return models.Q(granted_at__lte=at, expires_at__gt=at, ended_at=None)


def run_out(at: datetime) -> models.Q:
    """Return the condition of those whose time is up and that nobody has closed."""
    return models.Q(expires_at__lte=at, ended_at=None)


class Bypass(AboutObject):
    """Bound to the faults it names: a mended word keeps it, a new fault does not ride along."""

    fingerprints = models.JSONField(_("faults"), help_text=_("Fingerprints of the findings that are let through."))
    reason = models.TextField(_("reason"))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("granted by"), on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(_("granted"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"), default=_longest)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    ended_at = models.DateTimeField(
        _("ended"), null=True, blank=True, help_text=_("When somebody ended it, or its time was up.")
    )

    class Meta:
        verbose_name = _("bypass")
        verbose_name_plural = _("bypasses")
        permissions = [("bypass_gate", _("Can let named faults through for at most 14 days"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__lte=models.F("granted_at") + LONGEST + timedelta(minutes=1)),
                name="bypass_14_days",
                violation_error_message=_("A bypass lasts 14 days at most."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="bypass_reason", violation_error_message=_("Say why.")
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it only for someone who may grant it, and for LONGEST in all, whatever the route."""
        if not self.granted_by.has_perm("accessibility.bypass_gate"):
            raise ValidationError({"granted_by": _("You may not let faults through the gate.")})
        if self._state.adding and self.expires_at > (latest := self._latest_end()):
            day = date_format(timezone.localtime(latest))
            words = _("A fault is let through for 14 days in all. The time of one of these ends on %(day)s. Mend it.")
            raise ValidationError({"expires_at": words % {"day": day}})
        super().save(*args, **kwargs)

    def _latest_end(self) -> datetime:
        """Return until when all the faults may be let through: renewing does not begin their time anew."""
        before = type(self).objects.filter(
            content_type=self.content_type_id,
            object_id=self.object_id,
            granted_at__gt=self.granted_at - REMEMBERED,
            granted_at__lt=self.granted_at,
        )
        begun = [row.granted_at for row in before if set(row.fingerprints) & set(self.fingerprints)]
        first: datetime = min([self.granted_at, *begun])
        return first + LONGEST + timedelta(minutes=1)
