"""A resident gave up what they had paid for: staff decide what goes back. No amount and no name stands here."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.models.payment import Payment


class RefundDue(models.Model):
    """``settled_at``: when staff gave money back, or said that it is dealt with. One that is open a payment."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refund_dues")
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("refund to decide on")
        verbose_name_plural = _("refunds to decide on")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["payment"], condition=models.Q(settled_at=None), name="one_open_refund_due_a_payment"
            )
        ]

    def __str__(self) -> str:
        return str(self.payment_id)


def open_dues() -> "models.QuerySet[RefundDue]":
    """Return those that nobody has dealt with yet."""
    return RefundDue.objects.filter(settled_at=None)
