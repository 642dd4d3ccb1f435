"""A service area that goes by another name since some day. What was told before keeps the name it was told under."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class ServiceChange(models.Model):
    """Figures read it: the answers of ``old`` count for ``new``, and each series says since when."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("It has a new name")
        MERGED = "merged", _("It became part of another service")

    old = models.SlugField(
        _("short name before"), max_length=80, unique=True, help_text=_("As its address had it, for example: waste.")
    )
    new = models.SlugField(_("short name now"), max_length=80, db_index=True)
    kind = models.CharField(_("what happened"), max_length=8, choices=Kind, default=Kind.RENAMED)
    changed_on = models.DateField(_("since"), default=timezone.localdate)

    panels = [
        FieldRowPanel([FieldPanel("old"), FieldPanel("new")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("changed_on")]),
    ]

    class Meta:
        verbose_name = _("service renamed or merged")
        verbose_name_plural = _("services renamed or merged")
        ordering = ["-changed_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    def clean(self) -> None:
        """A service cannot follow itself, by no detour."""
        super().clean()
        follows = dict(ServiceChange.objects.exclude(pk=self.pk).values_list("old", "new"))
        name, seen = self.new, {self.old}
        while name not in seen:
            seen.add(name)
            name = follows.get(name, "")
        if name:
            raise ValidationError({"new": _("This leads back to the name before. Choose the name that is used today.")})
