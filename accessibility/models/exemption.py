"""What the law does not ask of a document, and why: shown in the accessibility statement."""

from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.ending import Ending

LONGEST = timedelta(days=366)


class ExemptionQuerySet(models.QuerySet["LawfulExemption"]):
    """Exemptions."""

    def in_force(self) -> Self:
        """Return those that nobody has ended and whose review is still to come."""
        return self.filter(ended_on=None, review_on__gt=timezone.localdate())


class LawfulExemption(Ending):
    """The grounds are those of the Public Sector Bodies Accessibility Regulations 2018; each is reviewed yearly."""

    class Kind(models.TextChoices):
        """Regulation 4 (old files, third parties, heritage) and regulation 7 (burden)."""

        PRE_2018 = "pre_2018", _("Published before 23 September 2018 and not needed to use a service")
        BURDEN = "burden", _("Mending it would be a disproportionate burden")
        THIRD_PARTY = "third_party", _("Made by others, not paid for or controlled by us")
        HERITAGE = "heritage", _("A copy of a heritage item")

    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(_("grounds"), max_length=12, choices=Kind.choices)
    reason = models.TextField(_("reason"), help_text=_("Residents read this in the accessibility statement."))
    owner = models.ForeignKey("core.Team", verbose_name=_("owner"), on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(_("review on"), help_text=_("A year from now at the latest. Then the exemption ends."))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("granted by"), on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(_("granted"), default=timezone.now, editable=False)

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("lawful exemption")
        verbose_name_plural = _("lawful exemptions")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="exemption_reason", violation_error_message=_("Say why.")
            )
        ]

    @property
    def day(self) -> date:
        """Return the day on which it ends by itself."""
        return self.review_on

    @property
    def is_over(self) -> bool:
        """Return whether that day has come."""
        return self.review_on <= timezone.localdate()

    def clean(self) -> None:
        """Keep the review within a year."""
        if self.review_on and self.review_on > (self.granted_at + LONGEST).date():
            raise ValidationError({"review_on": _("Choose a day within a year from now.")})
        if self.review_on and self.review_on <= timezone.localdate():
            raise ValidationError({"review_on": _("Choose a day after today.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it only for someone who may grant it, whatever the route."""
        if self.ended_on is None:
            self._may_be_granted()
        super().save(*args, **kwargs)

    def _may_be_granted(self) -> None:
        """Ending one asks nothing of the person who granted it, who may be gone."""
        if not self.granted_by.has_perm("accessibility.add_lawfulexemption"):
            raise ValidationError({"granted_by": _("You may not exempt a document.")})
        self.clean()
