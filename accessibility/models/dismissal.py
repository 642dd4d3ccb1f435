"""Advice that an author has looked at and does not follow, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.subject import AboutObject


class Dismissal(AboutObject):
    """Bound to one finding by its fingerprint: edits elsewhere keep it, other words in that place bring it back.

    Only advice can be dismissed. What shuts people out needs a :class:`Bypass`.
    """

    fingerprint = models.CharField(_("fingerprint"), max_length=32)
    rule = models.CharField(_("rule"), max_length=80)
    message = models.CharField(_("what was said"), max_length=500)
    reason = models.TextField(_("reason"))
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("dismissed by"), on_delete=models.PROTECT, related_name="+"
    )
    dismissed_at = models.DateTimeField(_("dismissed"), default=timezone.now, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "fingerprint"],
                condition=models.Q(undone_at=None),
                name="one_dismissal_a_finding",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="dismissal_reason", violation_error_message=_("Say why.")
            ),
        ]
