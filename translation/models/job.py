"""What the worker does for translators: begin translations, and ask a machine for drafts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from core.models import OutboxItem


class DraftJob(OutboxItem):
    """One translation whose missing sentences an engine is to draft."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="draft_jobs")

    class Meta(OutboxItem.Meta):
        abstract = False


class BeginJob(OutboxItem):
    """One English page whose translation into one language is to be begun; ``draft``: and drafted by its engine."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    draft = models.BooleanField(_("draft by machine"), default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta(OutboxItem.Meta):
        abstract = False
