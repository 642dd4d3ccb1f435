"""A form that somebody is filling in. Two tabs are two drafts."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.engine import Answer, asks_for_files, without_lost_files
from forms.models.sealed import SealedAnswers


class Channel(models.TextChoices):
    """How the request reaches us."""

    WEB = "web", _("Online")
    PHONE = "phone", _("By phone")
    FACE = "face", _("Face to face")
    PAPER = "paper", _("On paper")


class Draft(SealedAnswers):
    """``sealed`` holds ``{"answers": {key: answer}, "visited": [step slug], "return_to": where a link was sent}``.

    ``owner_hash`` is the keyed hash of the random id in its owner's cookie; ``return_hash`` that of the token
    in the newest return link. ``submit_key`` makes submitting twice the same as once.
    """

    version = models.ForeignKey("onlineforms.FormVersion", on_delete=models.PROTECT, related_name="drafts")
    owner_hash = models.CharField(max_length=64)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.WEB)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    submit_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    return_hash = models.CharField(max_length=64, blank=True, db_index=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("unfinished form")
        verbose_name_plural = _("unfinished forms")
        permissions = [("assist", _("Can fill in forms for a caller"))]

    def answers_in(self, content: dict[str, Any]) -> dict[str, Answer]:
        """Return the answers of this draft's opened content, without files that were removed since."""
        answers: dict[str, Answer] = content.get("answers", {})
        schema = self.version.compiled
        if not answers or not asks_for_files(schema):
            return answers
        return without_lost_files(schema, answers, {str(pk) for pk in self.files.values_list("pk", flat=True)})

    @property
    def expired(self) -> bool:
        """Return whether the time to finish is over."""
        return self.expires_at <= timezone.now()

    @property
    def closed(self) -> bool:
        """Return whether its form no longer runs; an author's walk through a draft does not depend on that."""
        form = self.version.form
        return not self.version.is_test and (form is None or not form.live)
