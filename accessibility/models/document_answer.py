"""What a person says of a document where no program can judge."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DocumentAnswer(models.Model):
    """One row a content, ruleset and question: a new content or new rules ask anew. "No" counts as failed."""

    class Answer(models.TextChoices):
        """``UNSURE`` leaves the question open."""

        YES = "yes", _("Yes")
        NO = "no", _("No")
        UNSURE = "unsure", _("I cannot tell")

    sha256 = models.CharField(_("content hash"), max_length=64)
    ruleset = models.CharField(_("ruleset"), max_length=12)
    rule = models.CharField(_("rule"), max_length=40)
    answer = models.CharField(_("answer"), max_length=6, choices=Answer.choices)
    note = models.TextField(_("note"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("answered by"), on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), default=timezone.now)

    class Meta:
        verbose_name = _("answer about a document")
        verbose_name_plural = _("answers about documents")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["sha256", "ruleset", "rule"], name="one_answer_a_content_and_question")
        ]
