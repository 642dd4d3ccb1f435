"""Residents' words for what the council calls otherwise: owned by editors, beside the public list that comes along."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.analysis import phrase


class Synonym(models.Model):
    """Who searches for ``words`` also finds ``means``; ``both_ways`` the other way round too."""

    language = models.CharField(_("language"), max_length=100, choices=settings.LANGUAGES, default="en")
    words = models.CharField(_("words that residents use"), max_length=120)
    means = models.CharField(_("words that our pages use"), max_length=120)
    both_ways = models.BooleanField(_("also the other way round"), default=False)
    # What is compared: the stems of both sides.
    words_key = models.CharField(max_length=240, editable=False, db_index=True)
    means_key = models.CharField(max_length=240, editable=False, db_index=True)

    panels = [FieldPanel(name) for name in ("language", "words", "means", "both_ways")]

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "means"]
        constraints = [models.UniqueConstraint(fields=["language", "words", "means"], name="search_synonym_once")]

    def __str__(self) -> str:
        return f"{self.words} = {self.means}"

    def clean(self) -> None:
        """Both sides need a word, and not the same ones."""
        super().clean()
        sides = {name: phrase(getattr(self, name), self.language) for name in ("words", "means")}
        empty = {name: _("Write at least one word.") for name, words in sides.items() if not words}
        if empty:
            raise ValidationError(empty)
        if sides["words"] == sides["means"]:
            raise ValidationError({"means": _("These are the same words. Search finds them already.")})

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep what is compared."""
        self.words_key, self.means_key = (" ".join(phrase(side, self.language)) for side in (self.words, self.means))
        super().save(*args, **kwargs)  # type: ignore[arg-type] # handed on as it came
