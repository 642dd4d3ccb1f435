"""What runs: one published state of a form, which never changes."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forms.engine import Schema

FROZEN = ("form_slug", "locale", "number", "schema", "sha256", "engine", "published_at")

#: The number of every version that was never published; published ones count from 1.
TEST_NUMBER = 0


class ImmutableVersionError(Exception):
    """Somebody tried to change a stored form version: drafts and requests rely on its words."""


class VersionQuerySet(models.QuerySet["FormVersion"]):
    """Keeps bulk updates away from frozen fields."""

    def update(self, **values: Any) -> int:
        """Refuse frozen fields."""
        if set(values) & set(FROZEN):
            raise ImmutableVersionError("A stored form version cannot be changed. Publish a new one.")
        return super().update(**values)

    def published(self) -> "VersionQuerySet":
        """Return versions that were ever public: what an author only tried is nobody's business."""
        return self.exclude(number=TEST_NUMBER)

    def running(self) -> "VersionQuerySet":
        """Return versions that new visitors get: newest of a live form."""
        return self.filter(retired_at=None, form__live=True)


class FormVersion(models.Model):
    """One compiled form in one language. ``sha256`` names its content; ``number`` counts up per form.

    One with a ``tester`` was never published: an author walks through a draft. It belongs to no form and has number 0.
    """

    form = models.ForeignKey(
        "onlineforms.FormPage", null=True, on_delete=models.SET_NULL, related_name="versions", verbose_name=_("form")
    )
    form_slug = models.SlugField(_("address of the form"), max_length=255, allow_unicode=True)
    locale = models.CharField(_("language"), max_length=20)
    number = models.PositiveIntegerField(_("number"))
    schema = models.JSONField(_("form"))
    sha256 = models.CharField(_("content hash"), max_length=64)
    engine = models.PositiveSmallIntegerField(_("engine"), default=1)
    published_at = models.DateTimeField(_("published at"))
    tester = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("form version")
        verbose_name_plural = _("form versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["form", "locale", "sha256"], name="form_version_content"),
            models.UniqueConstraint(fields=["form", "locale", "number"], name="form_version_number"),
        ]

    def __str__(self) -> str:
        return f"{self.form_slug} {self.locale} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store once; later only ``retired_at`` and a lost page may change."""
        if not self._state.adding:
            stored = FormVersion.objects.filter(pk=self.pk).values(*FROZEN).get()
            if any(getattr(self, name) != value for name, value in stored.items()):
                raise ImmutableVersionError("A stored form version cannot be changed. Publish a new one.")
        super().save(*args, **kwargs)

    @property
    def is_test(self) -> bool:
        """Return whether an author tries a draft with it: its answers go nowhere, whatever became of the author."""
        return self.number == TEST_NUMBER

    @cached_property
    def compiled(self) -> Schema:
        """Return the form that the engine walks."""
        return Schema.from_json(self.schema)

    @property
    def title(self) -> str:
        """Return the form's name in its language."""
        return str(self.schema["title"])
