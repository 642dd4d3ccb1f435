"""One hand-over of a request to one place, as a row of the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import OutboxItem


class Delivery(OutboxItem):
    """Written in the transaction of the submission; the worker calls the connector of that slug."""

    submission = models.ForeignKey("onlineforms.Submission", on_delete=models.CASCADE, related_name="deliveries")
    #: A built-in connector, or the key of the connection that the form named when the request was sent.
    connector = models.SlugField(max_length=40)
    #: The key of the connection that took it: another one where the supplier was changed meanwhile.
    taken_by = models.SlugField(max_length=40, null=True, blank=True)  # noqa: DJ001 - older rows have none
    #: When the receiver was last asked, or told us, how the request stands.
    asked_at = models.DateTimeField(null=True, blank=True)
    #: The receiver's own time of the newest state that we know.
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta(OutboxItem.Meta):
        abstract = False
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [models.UniqueConstraint(fields=["submission", "connector"], name="one_delivery_a_connector")]
        # The inbox looks for the few that were refused among all that arrived.
        indexes = [
            *OutboxItem.Meta.indexes,
            models.Index(
                fields=["submission"],
                name="deliveries_refused",
                condition=models.Q(delivered_at=None, dead_at__isnull=False),
            ),
        ]
