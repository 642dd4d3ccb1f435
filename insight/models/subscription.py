"""An address that asked to hear once what was done about a page. Sealed, used once, then gone."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.services import seal, unseal


class Subscription(models.Model):
    """``page`` is the page's translation key. ``address`` is sealed; the row goes with the message that it is for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.CharField(max_length=40, db_index=True)
    locale = models.CharField(max_length=12)
    address = models.BinaryField()
    #: When the link that confirms it was mailed, and when it was used. Nothing else is sent before that.
    asked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("address that asked for news")
        verbose_name_plural = _("addresses that asked for news")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page} {self.created_at:%Y-%m-%d}"

    @property
    def place(self) -> str:
        """Return what binds the sealed address to this row."""
        return f"insight.subscription:{self.pk}"

    def keep(self, address: str) -> None:
        """Seal ``address`` into the row and save it."""
        self.address = seal(address.encode(), context=self.place)
        self.save()

    def opened(self) -> str:
        """Return the address. Raises UnsealError."""
        return unseal(bytes(self.address), context=self.place).decode()
