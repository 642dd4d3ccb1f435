"""Parts of the town, and what people who live or work there should know."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class Area(models.Model):
    """A part of the town that can be followed, under the name that people use."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80, unique=True)

    panels: ClassVar[list[Any]] = [FieldPanel("name")]

    class Meta:
        verbose_name = _("area of the town")
        verbose_name_plural = _("areas of the town")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@register_snippet
class AreaAlert(ClusterableModel):
    """Told once, from ``starts`` on, to who follows one of its areas. A later edit is told to nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    areas = ParentalManyToManyField(Area, verbose_name=_("areas"), related_name="alerts")
    title = models.CharField(_("title"), max_length=80)
    message = models.CharField(_("message"), max_length=255)
    page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, verbose_name=_("page about it"), null=True, blank=True, related_name="+"
    )
    starts = models.DateTimeField(_("tell people from"), default=timezone.now)
    told = models.BooleanField(default=False, editable=False)

    panels: ClassVar[list[Any]] = [FieldPanel(name) for name in ("areas", "title", "message", "page", "starts")]

    class Meta:
        verbose_name = _("alert for areas")
        verbose_name_plural = _("alerts for areas")
        ordering = ["-starts"]

    def __str__(self) -> str:
        return self.title
