"""What a person decided about one translated sentence: a finding that does not hold, or a machine's words checked."""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringTranslation

#: The code of a decision that is about no finding: a person has read what a machine wrote.
CHECKED = "machine-checked"


def digest(text: str) -> str:
    """Return what a decision knows a text by: another text needs another decision."""
    return sha256(text.encode()).hexdigest()


class Decision(models.Model):
    """``by`` let ``code`` pass for exactly the text that ``digest`` stands for, because of ``reason``."""

    translation = models.ForeignKey(StringTranslation, on_delete=models.CASCADE, related_name="decisions")
    code = models.CharField(_("check"), max_length=30)
    digest = models.CharField(max_length=64)
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation", "code", "digest"], name="one_decision_a_text_and_check")
        ]
