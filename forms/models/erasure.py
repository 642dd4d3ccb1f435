"""The proof that a request was erased, and the list that a restore replays. It names nobody."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """Written when a request is erased; ``reference`` is all that stays of it outside its own row."""

    class Reason(models.TextChoices):
        """Why."""

        TIME = "time", _("its time was over")
        ASKED = "asked", _("the person asked for it")

    reference = models.CharField(_("reference"), max_length=10, unique=True)
    reason = models.CharField(_("reason"), max_length=5, choices=Reason)
    rows = models.PositiveIntegerField(_("rows erased"))
    files = models.PositiveIntegerField(_("files erased"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.reference
