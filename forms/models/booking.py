"""Times of a calendar, their seats, who has them, and who waits for one."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.engine.slots import Interval

if TYPE_CHECKING:
    from forms.models.submission import Submission


class Slot(models.Model):
    """One time. Moments are kept in UTC."""

    resource = models.ForeignKey("onlineforms.Resource", on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("time")
        verbose_name_plural = _("times")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["resource", "starts_at"], name="one_slot_a_start"),
            models.CheckConstraint(condition=Q(ends_at__gt=models.F("starts_at")), name="slot_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return str(self.interval)

    @property
    def interval(self) -> Interval:
        """Return the time as an answer names it."""
        return Interval(self.starts_at, self.ends_at)


class Seat(models.Model):
    """One place at one time: there are as many rows as places, so nobody can sell one more."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [models.UniqueConstraint(fields=["slot", "number"], name="one_seat_a_number")]

    def __str__(self) -> str:
        return str(self.number)


class BookingState(models.TextChoices):
    """What a row says of its seat."""

    HELD = "held", _("held")
    CONFIRMED = "confirmed", _("booked")
    RELEASED = "released", _("given back")


class BookingQuerySet(models.QuerySet["Booking"]):
    """Who has a seat now."""

    def taking(self, now: datetime) -> "BookingQuerySet":
        """Return rows that keep others from their seat."""
        return self.filter(Q(state=BookingState.CONFIRMED) | Q(state=BookingState.HELD, hold_until__gt=now))

    def run_out(self, now: datetime) -> "BookingQuerySet":
        """Return holds whose time is over."""
        return self.filter(state=BookingState.HELD, hold_until__lte=now)


class Booking(models.Model):
    """A seat held for a draft, then booked for a submission. The database keeps two from having one seat."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="bookings")
    draft = models.ForeignKey(
        "onlineforms.Draft", null=True, blank=True, on_delete=models.CASCADE, related_name="bookings"
    )
    submission = models.ForeignKey(
        "onlineforms.Submission", null=True, blank=True, on_delete=models.CASCADE, related_name="bookings"
    )
    question_key = models.CharField(max_length=60)
    state = models.CharField(max_length=9, choices=BookingState, default=BookingState.HELD)
    hold_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    #: How often it was changed: calendars take the newest.
    changes = models.PositiveSmallIntegerField(default=0)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        constraints = [
            models.UniqueConstraint(fields=["seat"], condition=~Q(state="released"), name="one_booking_a_seat"),
            models.UniqueConstraint(
                fields=["draft", "question_key"], condition=Q(state="held"), name="one_hold_a_question"
            ),
            models.UniqueConstraint(
                fields=["submission", "question_key"], condition=Q(state="confirmed"), name="one_booking_a_question"
            ),
        ]
        indexes = [
            models.Index(fields=["hold_until"], name="holds_by_end", condition=Q(state="held")),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def request(self) -> "Submission":
        """Return the request that it was booked with; ValueError for a hold, which has none."""
        if self.submission is None:
            raise ValueError("Only what is booked has a request.")
        return self.submission


class Waiting(models.Model):
    """Somebody who would like a time that is full; where to write to lies sealed in the draft."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="waiting")
    draft = models.ForeignKey("onlineforms.Draft", on_delete=models.CASCADE, related_name="waiting")
    question_key = models.CharField(max_length=60)
    asked_at = models.DateTimeField(default=timezone.now)
    offered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("waiting list entry")
        verbose_name_plural = _("waiting list")
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["slot", "draft"], name="waits_once_a_slot")]

    def __str__(self) -> str:
        return str(self.pk)
