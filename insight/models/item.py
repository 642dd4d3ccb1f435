"""Something that residents tell again and again: somebody owns it until it is answered or set aside with a reason."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.models.owned import Owned


class Item(Owned):
    """A theme of unhappy comments, a search that finds nothing, or a word that is new. ``key`` names it for the job."""

    class Kind(models.TextChoices):
        THEME = "theme", _("Theme of comments")
        SEARCH = "search", _("Search that finds nothing")
        TOPIC = "topic", _("New topic")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, editable=False)
    key = models.CharField(max_length=255, editable=False)
    title = models.CharField(_("what we hear"), max_length=255, editable=False)
    times = models.PositiveIntegerField(_("how often"), editable=False)
    first_on = models.DateField(_("since"), editable=False)

    panels = [
        FieldPanel("title", read_only=True),
        FieldRowPanel([FieldPanel("times", read_only=True), FieldPanel("first_on", read_only=True)]),
        *Owned.answer_panels,
    ]

    class Meta(Owned.Meta):
        verbose_name = _("thing that we hear")
        verbose_name_plural = _("things that we hear")
        ordering = ["-times", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"], condition=models.Q(state="open"), name="insight_one_open_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.times})"
