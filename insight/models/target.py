"""What the council wants to reach, from when on, and how: a stretching target stands beside its plan."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class SatisfactionTarget(models.Model):
    """``value`` is the per cent of answers that are satisfied or very satisfied (``csat_top2``)."""

    class Channel(models.TextChoices):
        ALL = "", _("All channels")
        WEB = "web", _("Online")
        PHONE = "phone", _("Phone")
        COUNTER = "counter", _("Face to face")

    channel = models.CharField(_("channel"), max_length=20, choices=Channel, blank=True, default=Channel.ALL)
    service = models.SlugField(
        _("service"), max_length=80, blank=True, help_text=_("Short name of the service area. Empty: all of them.")
    )
    value = models.PositiveSmallIntegerField(
        _("per cent satisfied"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    from_on = models.DateField(_("from"))
    plan = models.TextField(_("plan"), max_length=1000, help_text=_("How we want to get there. Who does what by when."))
    plan_link = models.URLField(_("link to the plan"), blank=True)
    note = models.TextField(
        _("why it is short"),
        max_length=1000,
        blank=True,
        help_text=_("Needed while the figure is below the target: what explains it and what is done."),
    )

    panels = [
        FieldRowPanel([FieldPanel("channel"), FieldPanel("service")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("from_on")]),
        FieldPanel("plan"),
        FieldPanel("plan_link"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("target for satisfaction")
        verbose_name_plural = _("targets for satisfaction")
        ordering = ["channel", "service", "-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["channel", "service", "from_on"], name="insight_one_target_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.service}: {self.value} %"

    def clean(self) -> None:
        """A target without a plan is a wish."""
        super().clean()
        if not self.plan.strip():
            raise ValidationError({"plan": _("Say how the council wants to reach this target.")})
