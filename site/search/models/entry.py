"""The index of our own: a row a live thing and language, so that a search never touches the page tree."""

from django.apps import apps
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """One thing that residents can find. The ``folded_`` columns are what the engines index, see ``folding.py``.

    ``key``, ``thing`` and ``kind`` are explained in :class:`core.findable.Findable`. ``vector`` is what title and text
    mean (float16, see ``meaning.py``), made from what ``vector_of`` names; ``demand`` is 0 to 1.
    """

    key = models.CharField(_("key"), max_length=80, unique=True)
    #: A signal takes the entries of a deleted page away: a cascade would also take what leads elsewhere by then.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.DO_NOTHING, null=True, blank=True, related_name="+")
    language = models.CharField(_("language"), max_length=100, db_index=True)
    kind = models.CharField(_("kind"), max_length=100)
    url = models.CharField(_("address"), max_length=2048)
    title = models.CharField(_("title"), max_length=255)
    summary = models.CharField(_("summary"), max_length=255, blank=True)
    folded_title = models.TextField(blank=True)
    folded_summary = models.TextField(blank=True)
    folded_body = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    thing = models.UUIDField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    lgsl_id = models.PositiveIntegerField(null=True)
    demand = models.FloatField(null=True)
    vector = models.BinaryField(null=True)
    vector_of = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["language", "updated_at"], name="search_entry_changes")]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return self.title

    @property
    def link(self) -> dict[str, str]:
        """The entry as the components of the templates draw a link; ``language`` where it is not the reader's."""
        foreign = self.language if self.language != get_language() else ""
        return {"text": self.title, "url": self.url, "summary": self.summary, "language": foreign}

    @property
    def kind_name(self) -> str:
        """Return the name of its kind in the reader's language, for example "Guide"."""
        return name_of_kind(self.kind)


def name_of_kind(kind: str) -> str:
    """Return the name of a kind, given by its model's label, in the reader's language."""
    return capfirst(str(apps.get_model(kind)._meta.verbose_name))
