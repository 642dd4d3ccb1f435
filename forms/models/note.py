"""What staff write down about a request, and what they ask its owner. Sealed like the answers."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.models.sealed import SealedAnswers

#: Letters of a note, a question or an answer to one.
LONGEST = 5_000


class AboutCase(SealedAnswers):
    """Abstract: words about a request, sealed with its key."""

    submission = models.ForeignKey("onlineforms.Submission", on_delete=models.CASCADE, related_name="%(class)ss")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)

    def own_secret(self) -> bytes | None:
        """Return the key of the request."""
        return self.submission.own_secret()

    @property
    def text(self) -> str:
        """Return the words; an empty text after erasure."""
        return str(self.open_content().get("text", ""))


class CaseNote(AboutCase):
    """``sealed`` holds ``{"text"}``. The resident never sees it."""

    class Meta(AboutCase.Meta):
        verbose_name = _("note")
        verbose_name_plural = _("notes")


class CaseQuestion(AboutCase):
    """``sealed`` holds ``{"text", "answer"?}``: what we asked and what the resident said."""

    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutCase.Meta):
        verbose_name = _("question to a resident")
        verbose_name_plural = _("questions to residents")

    @property
    def answer(self) -> str:
        """Return what the resident answered; an empty text while there is none."""
        return str(self.open_content().get("answer", ""))

    @property
    def file_key(self) -> str:
        """Return the ``question_key`` of files sent with the answer; no key of a form's question has a colon."""
        return f"answer:{self.pk}"
