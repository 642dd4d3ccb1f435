"""Calendars of times that can be booked: when they are open, and when not."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable


class Resource(ClusterableModel):
    """A calendar of times, such as the rounds of a lorry or the visits to a museum. Forms name it by ``key``."""

    key = models.SlugField(_("key"), max_length=50, unique=True, help_text=_("Forms name it. It stays as it is."))
    name = models.CharField(_("name"), max_length=120, help_text=_("Residents read it, such as: Museum visit."))
    place = models.CharField(_("where"), max_length=200, blank=True, help_text=_("Leave it empty if we come to them."))
    notice_hours = models.PositiveSmallIntegerField(
        _("hours of notice"), default=24, help_text=_("A time that begins sooner cannot be booked any more.")
    )
    ahead_days = models.PositiveSmallIntegerField(
        _("days ahead"), default=60, validators=[MaxValueValidator(730)], help_text=_("How far ahead people can book.")
    )
    cutoff_hours = models.PositiveSmallIntegerField(
        _("hours before the start until which people can change or cancel"), default=48
    )
    waiting_list = models.BooleanField(_("people can wait for a full time"), default=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("key"),
        FieldPanel("place"),
        MultiFieldPanel([FieldPanel("notice_hours"), FieldPanel("ahead_days"), FieldPanel("cutoff_hours")]),
        FieldPanel("waiting_list"),
        InlinePanel("patterns", heading=_("Opening times"), help_text=_("We make the times of the days ahead of it.")),
    ]

    class Meta:
        verbose_name = _("booking calendar")
        verbose_name_plural = _("booking calendars")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def notice(self) -> timedelta:
        """Return how long before its start a time can still be booked."""
        return timedelta(hours=self.notice_hours)

    @property
    def cutoff(self) -> timedelta:
        """Return how long before its start a booking can still be changed."""
        return timedelta(hours=self.cutoff_hours)


class Weekday(models.IntegerChoices):
    """As ``date.weekday`` counts."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OpeningPattern(Orderable):
    """One time of each week: it begins at ``starts`` on the clock on the wall, in winter and in summer."""

    resource = ParentalKey(Resource, on_delete=models.CASCADE, related_name="patterns")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    starts = models.TimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60, validators=[MinValueValidator(5)])
    seats = models.PositiveSmallIntegerField(_("places"), default=1, validators=[MinValueValidator(1)])

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("starts"), FieldPanel("minutes"), FieldPanel("seats")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("opening time")
        verbose_name_plural = _("opening times")

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts:%H:%M}"


class ClosedDay(models.Model):
    """A day on which nothing can be booked; residents who were booked read ``reason``."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="closed_days")
    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        constraints = [models.UniqueConstraint(fields=["resource", "day"], name="closed_once_a_day")]

    def __str__(self) -> str:
        return str(self.day)
