"""What residents wrote, apart from the events: fewer people may read it, and it is kept for less time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.models.event import Standing


class Sentiment(models.TextChoices):
    """How the person felt."""

    NEGATIVE = "negative", _("negative")
    NEUTRAL = "neutral", _("neutral or mixed")
    POSITIVE = "positive", _("positive")


class Comment(models.Model):
    """``text`` never held personal data that the scrubber finds: it is taken out before the first write.

    ``rating_id`` is the event id of the rating it explains, empty where there is none or its proof ran out.
    After twelve months ``text`` is emptied and the row stays for counts.
    """

    event_id = models.CharField(max_length=64, unique=True)
    rating_id = models.CharField(max_length=64, blank=True, db_index=True)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    subject = models.CharField(max_length=160, db_index=True)
    page = models.CharField(max_length=40, blank=True, db_index=True)
    service = models.CharField(max_length=80, blank=True)
    question = models.CharField(max_length=60)
    locale = models.CharField(max_length=12)
    channel = models.CharField(max_length=20)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.COUNTED)
    text = models.TextField(blank=True)
    pii_found = models.JSONField(default=list)
    # What the model makes of it, and what a person says instead. Empty where no model knows the language.
    sentiment = models.CharField(_("sentiment"), max_length=8, choices=Sentiment, null=True, blank=True, editable=False)  # noqa: DJ001 - rows from before have none
    confidence = models.FloatField(null=True, blank=True, editable=False)
    themes = models.JSONField(_("themes"), null=True, blank=True, editable=False)
    corrected = models.CharField(  # noqa: DJ001 - rows from before have none
        _("how it really is meant"),
        max_length=8,
        choices=Sentiment,
        null=True,
        blank=True,
        help_text=_("Choose one only where the sentiment is wrong. The model learns from it."),
    )
    created_at = models.DateTimeField(db_index=True)

    panels = [
        FieldPanel("text", read_only=True),
        FieldRowPanel([FieldPanel("sentiment", read_only=True), FieldPanel("corrected")]),
    ]

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.text[:60]
