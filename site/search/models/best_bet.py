"""What stands first for a search, because an editor says so."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from search.folding import fold


class BestBet(models.Model):
    """``page`` comes first for the search ``query``, however it is spelt in capitals and accents."""

    language = models.CharField(_("language"), max_length=100, choices=settings.LANGUAGES, default="en")
    query = models.CharField(_("search"), max_length=120, help_text=_("The whole search, as residents type it."))
    folded = models.CharField(max_length=240, editable=False, db_index=True)
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, verbose_name=_("page"), related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    panels = [FieldPanel("language"), FieldPanel("query"), PageChooserPanel("page"), FieldPanel("position")]

    class Meta:
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")
        ordering = ["query", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["language", "query", "page"], name="search_best_bet_once")]

    def __str__(self) -> str:
        return self.query

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the spelling that is compared."""
        self.folded = folded_query(self.query)
        super().save(*args, **kwargs)  # type: ignore[arg-type] # handed on as it came


def folded_query(query: str) -> str:
    """Return a search as best bets compare it: folded, one blank between words."""
    return " ".join(fold(query).split())[:240]
