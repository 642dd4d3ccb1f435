"""The words a council keeps to in each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class GlossaryTerm(models.Model):
    """How ``english`` is said in ``locale``, that it stays English, or a word that must not be written."""

    class Rule(models.TextChoices):
        MUST = "must", _("Say it like this")
        KEEP = "keep", _("Stays in English")
        FORBIDDEN = "forbidden", _("Must not be written")

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    rule = models.CharField(_("rule"), max_length=10, choices=Rule.choices, default=Rule.MUST)
    english = models.CharField(_("in English"), max_length=120, blank=True)
    text = models.CharField(_("in this language"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("glossary")
        ordering = ["english", "text"]

    def __str__(self) -> str:
        return self.english or self.text
