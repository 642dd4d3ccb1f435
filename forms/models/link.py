"""Links to come back that were sent. Only the newest opens a draft; an older one can still ask for a new one."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReturnLink(models.Model):
    """``token_hash`` is the keyed hash of the token; the address it was sent to lies sealed in the draft."""

    draft = models.ForeignKey("onlineforms.Draft", on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("link to come back")
        verbose_name_plural = _("links to come back")
