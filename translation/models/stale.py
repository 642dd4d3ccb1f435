"""Translations that the English has left behind."""

from django.db import models
from django.utils import timezone
from wagtail_localize.models import Translation


class StaleTranslation(models.Model):
    """The English of ``translation`` says something else since ``since``; the row goes when it has been caught up."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="stale")
    since = models.DateTimeField(default=timezone.now)
