"""An address that asked to be kept updated. Sealed; a copy of the database tells nobody whose it is."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.services import seal, unseal
from updates.addresses import address_hash


class Subscriber(models.Model):
    """``address`` is sealed to its row, ``address_hash`` finds it. Unconfirmed rows are deleted after seven days.

    It is deleted with all that hangs on it as soon as its owner stops the last topic.
    """

    class Channel(models.TextChoices):
        """How updates travel."""

        MAIL = "mail", _("Email")
        SMS = "sms", _("Text message")

    class Frequency(models.TextChoices):
        """How often alerts are sent. Newsletters come when they are written."""

        NOW = "now", _("As soon as there is something new")
        DAILY = "daily", _("Once a day at most")
        WEEKLY = "weekly", _("Once a week at most")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    address = models.BinaryField()
    address_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=12)
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.NOW)
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        default_permissions = ()
        indexes = [models.Index(fields=["created_at"], name="updates_new", condition=models.Q(confirmed_at=None))]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

    @property
    def place(self) -> str:
        """Return what binds the sealed address to this row."""
        return f"updates_subscriber.address:{self.pk}"

    def keep(self, address: str) -> None:
        """Seal a tidy ``address`` into the row; the caller saves it."""
        self.address = seal(address.encode(), context=self.place)
        self.address_hash = address_hash(self.channel, address)

    def opened(self) -> str:
        """Return the address. Raises UnsealError."""
        return unseal(bytes(self.address), context=self.place).decode()
