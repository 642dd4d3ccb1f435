"""Money for a request. What the provider says is the truth; these rows remember what we asked it and last heard."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import OutboxItem


class PaymentState(models.TextChoices):
    """As the provider sees it; ``new`` is one that it has not heard of for sure."""

    NEW = "new", _("not begun")
    CREATED = "created", _("created")
    STARTED = "started", _("started")
    SUBMITTED = "submitted", _("card details given")
    CAPTURABLE = "capturable", _("authorised, not taken yet")
    SUCCESS = "success", _("paid")
    FAILED = "failed", _("not paid")
    CANCELLED = "cancelled", _("cancelled")
    ERROR = "error", _("went wrong")


#: The money is there: it can be taken, or was.
PAID = (PaymentState.CAPTURABLE, PaymentState.SUCCESS)
#: Nothing more comes of it by itself.
OVER = (PaymentState.FAILED, PaymentState.CANCELLED, PaymentState.ERROR)


class PaymentAccount(models.Model):
    """Where the money of some forms goes. Forms name it by ``key``; keys and passwords stand in the settings."""

    key = models.SlugField(_("key"), max_length=50, unique=True, help_text=_("Forms name it. It stays as it is."))
    name = models.CharField(_("name"), max_length=120)
    provider = models.SlugField(_("provider"), max_length=40)
    options = models.JSONField(_("options"), default=dict, blank=True, help_text=_("What the provider needs, as JSON."))
    secret = models.CharField(
        _("name of its key"), max_length=80, blank=True, help_text=_("The name in the settings, never the key itself.")
    )
    notice_secret = models.CharField(
        _("name of the key of its notices"), max_length=80, blank=True, help_text=_("For signed notices to us.")
    )
    enabled = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("payment account")
        verbose_name_plural = _("payment accounts")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse options that the provider cannot use."""
        from forms.payments.registry import account_faults

        faults = account_faults(self.provider, self.options)
        if faults:
            raise ValidationError({"options": faults})


class Payment(models.Model):
    """One attempt to pay for one draft; ``key`` makes asking the provider twice the same as once. Amounts in pence."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(PaymentAccount, on_delete=models.PROTECT, related_name="payments")
    draft = models.ForeignKey(
        "onlineforms.Draft", null=True, blank=True, on_delete=models.SET_NULL, related_name="payments"
    )
    submission = models.ForeignKey(
        "onlineforms.Submission", null=True, blank=True, on_delete=models.SET_NULL, related_name="payments"
    )
    #: The draft's own; it outlives the draft.
    submit_key = models.UUIDField(db_index=True)
    attempt = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=80, unique=True)
    reference = models.CharField(_("payment reference"), max_length=12, unique=True)
    amount = models.PositiveIntegerField(_("amount in pence"))
    description = models.CharField(_("what for"), max_length=200)
    provider_ref = models.CharField(_("reference at the provider"), max_length=120, blank=True)
    next_url = models.CharField(max_length=1000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=PaymentState, default=PaymentState.NEW)
    refunded = models.PositiveIntegerField(_("given back in pence"), default=0)
    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    looked_at = models.DateTimeField(_("asked the provider"), null=True, blank=True)
    captured_at = models.DateTimeField(_("taken"), null=True, blank=True)
    #: When we decided to give the money back because no request came of it.
    given_back_at = models.DateTimeField(null=True, blank=True)
    #: Why: a code, never a text of the provider.
    code = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-created_at"]
        permissions = [("refund_payment", _("Can give money back"))]
        constraints = [
            models.UniqueConstraint(
                fields=["submit_key"], condition=~Q(state__in=["failed", "cancelled", "error"]), name="one_live_payment"
            ),
            models.UniqueConstraint(
                fields=["account", "provider_ref"], condition=~Q(provider_ref=""), name="one_payment_a_provider_ref"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_more_than_nothing"),
            models.CheckConstraint(condition=Q(refunded__lte=F("amount")), name="no_more_back_than_paid"),
        ]
        indexes = [
            models.Index(
                fields=["looked_at"],
                name="payments_to_ask",
                condition=Q(submission=None, state__in=["new", "created", "started", "submitted", "capturable"]),
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_paid(self) -> bool:
        """Return whether the money is there."""
        return self.state in PAID

    @property
    def refundable(self) -> int:
        """Return how much can still be given back, in pence."""
        return self.amount - self.refunded if self.captured_at else 0


class PaymentAction(OutboxItem):
    """Something to do at the provider that must not be lost: take the money, let it go, give it back."""

    CAPTURE, CANCEL, REFUND = "capture", "cancel", "refund"
    KINDS = ((CAPTURE, _("take the money")), (CANCEL, _("let it go")), (REFUND, _("give money back")))

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="actions")
    kind = models.CharField(max_length=8, choices=KINDS)
    amount = models.PositiveIntegerField(default=0)
    #: When staff said that a refused one is dealt with.
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(OutboxItem.Meta):
        abstract = False
        verbose_name = _("payment action")
        verbose_name_plural = _("payment actions")
        # Dashboard and inbox look for the few that were refused among all that were done.
        indexes = [
            *OutboxItem.Meta.indexes,
            models.Index(
                fields=["payment"],
                name="payment_actions_refused",
                condition=Q(delivered_at=None, dead_at__isnull=False, settled_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.payment_id}"


def refused_actions() -> "models.QuerySet[PaymentAction]":
    """Return what providers refused and nobody has dealt with yet."""
    return PaymentAction.objects.filter(dead_at__isnull=False, delivered_at=None, settled_at=None)


def once(kind: str, payment: Payment, **values: Any) -> PaymentAction:
    """Queue an action that a payment can have once, in the caller's transaction; the second time it is the first."""
    key = f"payment.{kind}:{payment.pk}"
    action, _new = PaymentAction.objects.get_or_create(
        idempotency_key=key, defaults={"payment": payment, "kind": kind, **values}
    )
    return action
