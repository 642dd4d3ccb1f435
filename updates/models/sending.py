"""One message to one subscriber on its way: an outbox of its own, so that urgent mail never waits behind thousands."""

from django.db import models

from core.models import OutboxItem
from updates.models.notice import Notice
from updates.models.subscriber import Subscriber

#: The code of a message that may have arrived and is not sent again.
IN_DOUBT = "in-doubt"


class Sending(OutboxItem):
    """Written once, composed when it leaves. Who stops in between gets nothing: then ``subscriber`` is empty.

    ``handed_at`` is set while a mail server has the words and has not answered. On a row that is claimed again it says
    that a worker was killed in that moment: the message may have arrived, and is not sent again.
    """

    subscriber = models.ForeignKey(Subscriber, models.SET_NULL, null=True, related_name="sendings")
    notice = models.ForeignKey(Notice, models.CASCADE, null=True, related_name="sendings")
    handed_at = models.DateTimeField(null=True)

    class Meta(OutboxItem.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class Told(models.Model):
    """A notice that waits for a subscriber's next digest; ``sending`` is that digest once it is on its way."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="told")
    notice = models.ForeignKey(Notice, models.CASCADE, related_name="told")
    sending = models.ForeignKey(Sending, models.CASCADE, null=True, related_name="told")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subscriber", "notice"], name="updates_told_once")]

    def __str__(self) -> str:
        return f"{self.subscriber_id} {self.notice_id}"
