"""Which results are right for a search, as editors judged: the quality run measures against them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Judgement(models.Model):
    """``key`` (see :class:`search.models.SearchEntry`) is right for ``query``, or also right."""

    class Verdict(models.TextChoices):
        RIGHT = "right", _("Right")
        ALSO = "also", _("Also right")

    language = models.CharField(_("language"), max_length=100, choices=settings.LANGUAGES, default="en")
    query = models.CharField(_("search"), max_length=200)
    key = models.CharField(max_length=80)
    verdict = models.CharField(_("judgement"), max_length=5, choices=Verdict)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["query", "-verdict"]
        constraints = [models.UniqueConstraint(fields=["language", "query", "key"], name="search_judgement_once")]

    def __str__(self) -> str:
        return f"{self.query}: {self.key}"
