"""What the demonstration provider remembers. No money moves; production refuses it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from forms.models.payment import PaymentState


class DemoPayment(models.Model):
    """One made-up payment, by the key of whoever asked for it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    reference = models.CharField(max_length=40)
    description = models.CharField(max_length=200)
    amount = models.PositiveIntegerField()
    refunded = models.PositiveIntegerField(default=0)
    refund_keys = models.JSONField(default=list)
    return_url = models.CharField(max_length=1000)
    language = models.CharField(max_length=20, default="en")
    state = models.CharField(max_length=10, choices=PaymentState, default=PaymentState.CREATED)

    class Meta:
        verbose_name = _("demonstration payment")
        verbose_name_plural = _("demonstration payments")

    def __str__(self) -> str:
        return self.reference
