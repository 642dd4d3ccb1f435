"""A request that reached the council."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.services import new_secret
from forms.models.draft import Channel
from forms.models.key import CaseKey
from forms.models.sealed import SealedAnswers


class Status(models.TextChoices):
    """Where a request stands, in words that its owner reads."""

    RECEIVED = "received", _("We have it")
    IN_PROGRESS = "in_progress", _("We are working on it")
    NEED_INFO = "need_info", _("We need something from you")
    DECIDED = "decided", _("We have decided")
    CLOSED = "closed", _("It is done")


#: What a member of staff still has to do something about.
OPEN = models.Q(is_test=False, closed_at=None, merged_into=None)


class Submission(SealedAnswers):
    """``sealed`` holds ``{"answers": {key: answer}}``, only those on the path. Erasure blanks it, the row stays.

    ``team`` looks after it, ``escalated_to`` looks at it too, and what is ``merged_into`` another ends with that one.
    ``place_hash`` is the keyed hash of the property it is about; ``address_hash`` that of the address as it was
    written, where ``place_hash`` is of its UPRN.
    """

    reference = models.CharField(_("reference"), max_length=10, unique=True)
    version = models.ForeignKey(
        "onlineforms.FormVersion", on_delete=models.PROTECT, related_name="submissions", verbose_name=_("form")
    )
    submit_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email_hash = models.CharField(max_length=64, blank=True)
    phone_hash = models.CharField(max_length=64, blank=True)
    locale = models.CharField(_("language"), max_length=20)
    channel = models.CharField(_("channel"), max_length=8, choices=Channel, default=Channel.WEB)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_test = models.BooleanField(default=False)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.RECEIVED)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    due_on = models.DateField(_("promised by"))
    closed_at = models.DateTimeField(null=True, blank=True)
    #: When its owner was told that the promised day is over.
    late_at = models.DateTimeField(null=True, blank=True)
    updates_stopped_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    files_erased_at = models.DateTimeField(null=True, blank=True)
    # A team with requests cannot be deleted: move them to another one first.
    team = models.ForeignKey(
        "core.Team", verbose_name=_("team"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    escalated_to = models.ForeignKey(
        "core.Team", verbose_name=_("escalated to"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="duplicates")
    place_hash = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001 - older rows have none
    address_hash = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001 - older rows have none

    #: Each save would write what it points to into Wagtail's index of references, which nobody reads for requests.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["-received_at"]
        permissions = [
            ("see_every_team", _("Can see the requests of every team")),
            ("export_submission", _("Can export requests")),
            ("view_person", _("Can see all requests of a person or a property")),
            ("subject_rights", _("Can give out or erase what we hold about a person")),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="case_open_due", condition=OPEN),
            models.Index(fields=["team", "due_on", "id"], name="case_open_team", condition=OPEN),
            models.Index(fields=["assignee", "due_on", "id"], name="case_open_assignee", condition=OPEN),
            models.Index(fields=["-received_at", "-id"], name="case_received"),
            models.Index(fields=["team", "-received_at", "-id"], name="case_team_received"),
            # Whole: SQLite does not see that a hash which is looked for is not empty, and would read every request.
            models.Index(fields=["email_hash", "-received_at", "-id"], name="case_by_email"),
            models.Index(fields=["phone_hash", "-received_at", "-id"], name="case_by_phone"),
            models.Index(fields=["address_hash"], name="case_address", condition=models.Q(address_hash__isnull=False)),
            models.Index(fields=["place_hash"], name="case_place", condition=models.Q(place_hash__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.reference

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row, and beside a new one the key that its answers were sealed with."""
        super().save(*args, **kwargs)
        secret = self.__dict__.pop("_new_secret", None)
        if secret:
            key = CaseKey(submission=self)
            key.wrap(secret)
            key.save(force_insert=True)

    def own_secret(self) -> bytes | None:
        """Return the key of this request; a row that is not stored yet gets one, None is returned after erasure."""
        if self._state.adding:
            secret: bytes = self.__dict__.setdefault("_new_secret", new_secret())
            return secret
        if "_secret" not in self.__dict__:
            key = CaseKey.objects.filter(pk=self.pk).first()
            self.__dict__["_secret"] = key.secret() if key else None
        kept: bytes | None = self.__dict__["_secret"]
        return kept

    @property
    def spaced_reference(self) -> str:
        """Return the reference in groups that are easy to read out."""
        return f"{self.reference[:4]} {self.reference[4:8]} {self.reference[8:]}"
