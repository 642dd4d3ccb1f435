"""One hand-over of a request to one place, as a row of the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import OutboxItem


class Delivery(OutboxItem):
    """Written in the transaction of the submission; the worker calls the connector of that slug."""

    submission = models.ForeignKey("onlineforms.Submission", on_delete=models.CASCADE, related_name="deliveries")
    connector = models.SlugField(max_length=40)

    class Meta(OutboxItem.Meta):
        abstract = False
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [models.UniqueConstraint(fields=["submission", "connector"], name="one_delivery_a_connector")]
