"""The key of one request: destroying it makes its answers, notes and questions unreadable in every copy."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.services import seal, unseal


class CaseKey(models.Model):
    """``wrapped`` is the secret under the ring's seal. Erasure deletes the row."""

    submission = models.OneToOneField(
        "onlineforms.Submission", primary_key=True, on_delete=models.CASCADE, related_name="key"
    )
    wrapped = models.BinaryField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("key of a request")
        verbose_name_plural = _("keys of requests")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def place(self) -> str:
        """Return what binds the wrapped secret to its row."""
        return f"{self._meta.db_table}.wrapped:{self.pk}"

    def wrap(self, secret: bytes) -> None:
        """Put the secret under the ring's seal; the caller saves the row."""
        self.wrapped = seal(secret, context=self.place)

    def secret(self) -> bytes:
        """Return the secret. Raises UnsealError."""
        return unseal(bytes(self.wrapped), context=self.place)
