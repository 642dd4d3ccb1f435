"""A mail, text message or letter on its way to a resident or to staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.outbox import OutboxItem


class OutgoingMessage(OutboxItem):
    """Recipient and contents are sealed: a copy of the database tells nobody who was written to, or what."""

    class Channel(models.TextChoices):
        """How a message travels."""

        MAIL = "mail", _("E-mail")
        SMS = "sms", _("Text message")
        LETTER = "letter", _("Letter")

    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    recipient = models.BinaryField(_("recipient"))
    contents = models.BinaryField(_("contents"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta(OutboxItem.Meta):
        verbose_name = _("outgoing message")
        verbose_name_plural = _("outgoing messages")

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"
