"""What translators leave each other: who works on a translation, remarks about it, and what a sentence said before."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation


class Assignment(models.Model):
    """``person`` works on ``translation``; others may still write in it."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="assignment")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)


class Remark(models.Model):
    """What somebody said about a translation, or about one sentence of it."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="remarks")
    segment = models.ForeignKey(StringSegment, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(_("remark"), max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]


class EarlierText(models.Model):
    """What ``sentence`` said until ``until``, and who had written it."""

    sentence = models.ForeignKey(StringTranslation, on_delete=models.CASCADE, related_name="earlier")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    until = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-until", "-pk"]
