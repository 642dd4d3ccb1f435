"""Versions of the accessibility statement, and what the site was like on each day."""

from datetime import timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: The regulations ask for a review each year.
YEAR = timedelta(days=365)


def _in_a_year() -> Any:
    return timezone.localdate() + YEAR


class AppendOnly(models.QuerySet[Any]):
    """What was signed stays as it was signed."""

    def update(self, **_values: Any) -> NoReturn:
        """Refuse."""
        raise ValidationError(_("A signed statement cannot be changed. Sign a new version."))

    def delete(self) -> NoReturn:
        """Refuse."""
        raise ValidationError(_("A signed statement cannot be deleted. Sign a new version."))


class StatementVersion(models.Model):
    """One signed version: the status that somebody answers for, their words, and the evidence of that day."""

    class Status(models.TextChoices):
        """The three of the model statement in the regulations' implementing decision (EU) 2018/1523."""

        FULL = "full", _("fully compliant")
        PARTIAL = "partial", _("partially compliant")
        NOT = "not", _("not compliant")

    number = models.PositiveIntegerField(_("version"), unique=True, editable=False)
    status = models.CharField(_("compliance status"), max_length=8, choices=Status.choices)
    burden = models.TextField(
        _("disproportionate burden"),
        blank=True,
        help_text=_("Content that you do not mend because the burden would be disproportionate, and the assessment."),
    )
    out_of_scope = models.TextField(
        _("content out of scope"), blank=True, help_text=_("What the regulations do not cover, and why.")
    )
    plans = models.TextField(_("what you are doing"), help_text=_("What will be mended, and by when."))
    testing = models.TextField(
        _("tests by people"),
        blank=True,
        help_text=_("Who tested with which aids, and when. Machines are named in any case."),
    )
    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("contact form"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The online form with which residents report a problem."),
    )
    evidence = models.JSONField(_("evidence"), editable=False)
    role = models.CharField(_("your role"), max_length=120, help_text=_("Residents read it with your name."))
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("signed by"), on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(_("signed"), default=timezone.now, editable=False)
    review_on = models.DateField(_("review on"), default=_in_a_year, editable=False)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
        ordering = ["-number"]
        permissions = [("sign_statement", _("Can sign the accessibility statement"))]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it once, and only for someone who may sign."""
        if not self._state.adding:
            raise ValidationError(_("A signed statement cannot be changed. Sign a new version."))
        if not self.signed_by.has_perm("accessibility.sign_statement"):
            raise ValidationError({"signed_by": _("You may not sign the accessibility statement.")})
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise ValidationError(_("A signed statement cannot be deleted. Sign a new version."))


class SiteDay(models.Model):
    """How many pages were in which state at the end of a day, for the line over time."""

    day = models.DateField(_("day"), unique=True)
    states = models.JSONField(_("pages by state"))

    class Meta:
        verbose_name = _("day of the site")
        verbose_name_plural = _("days of the site")
        ordering = ["day"]
        default_permissions = ()
