"""Searches by week and language, what a synonym would change, CSV, and judging."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from core.staff_screen import StaffScreen
from insight.services import search_log
from search.editors.importing import MOST_BYTES, import_csv
from search.editors.judging import entry_at, judged, keep
from search.editors.sent import language_in, words_in
from search.editors.trying import changes
from search.models import Judgement, Synonym
from search.services import Rule

#: Whoever may write synonyms may see what is searched for, and judge.
PERMISSION = "search.add_synonym"
WINDOW = timedelta(days=91)
SHOWN = 200
#: What the report can be narrowed to, by the count that must not be nought.
CUTS = {"nothing": "nothing", "again": "again", "failed": "failed"}


class EditorView(StaffScreen, TemplateView):
    """A screen of this room, for whoever may write synonyms."""

    header_icon = "search"
    permission = PERMISSION


class SearchesView(EditorView):
    """What was searched for, by week and language; those that found nothing, went on, or did not help."""

    template_name = "search/admin/searches.html"
    page_title = gettext_lazy("Searches")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows of the cut that was chosen."""
        cut = self.request.GET.get("cut", "")
        rows = search_log(timezone.now() - WINDOW, by_week=True)
        if cut in CUTS:
            rows = sorted((row for row in rows if getattr(row, cut)), key=lambda row: -getattr(row, cut))
        return super().get_context_data(rows=rows[:SHOWN], cut=cut if cut in CUTS else "", **kwargs)


class TryView(EditorView):
    """Side by side: the results of real searches without and with a synonym. Then it may be saved."""

    template_name = "search/admin/try.html"
    page_title = gettext_lazy("Try a synonym")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what would change, once both sides are written."""
        sent = self.request.POST or self.request.GET
        row = _synonym(sent)
        tried = changes(Rule(row.words, row.means, row.both_ways), row.language) if row.words and row.means else []
        languages = Synonym._meta.get_field("language").choices
        return super().get_context_data(synonym=row, changes=tried, languages=languages, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save what was tried; what is wrong with it is said, with what was typed."""
        row = _synonym(request.POST)
        if row.pk and not request.user.has_perm("search.change_synonym"):
            raise PermissionDenied
        try:
            row.full_clean(exclude=["words_key", "means_key"])
        except ValidationError as error:
            context = self.get_context_data(faults=error.messages)
            return render(request, self.template_name, context, status=422)
        row.save()
        messages.success(request, _("Saved. The next search uses it."))
        return HttpResponseRedirect(reverse("search_searches"))


class ImportView(EditorView):
    """Synonyms and best bets from a file."""

    template_name = "search/admin/import.html"
    page_title = gettext_lazy("Import synonyms or best bets")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the file, or say what is wrong with each line."""
        file = request.FILES.get("file")
        if file is None:
            faults = [_("Choose a file.")]
        elif (file.size or 0) > MOST_BYTES:
            faults = [_("The file is larger than 1 MB. Split it.")]
        else:
            done = import_csv(file.read())
            faults = done.faults
            if not faults:
                words = _("%(added)s added, %(known)s were there already.")
                messages.success(request, words % {"added": done.added, "known": done.known})
                return HttpResponseRedirect(reverse("search_searches"))
        return render(request, self.template_name, self.get_context_data(faults=faults), status=422)


class JudgeView(EditorView):
    """A search and its results: which are right, which also right. The quality run measures against it."""

    template_name = "search/admin/judge.html"
    page_title = gettext_lazy("Judge a search")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the results with their reasons and what was judged before."""
        query, language = self._asked(kwargs.pop("sent", self.request.GET))
        return super().get_context_data(query=query, language=language, results=judged(query, language), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the judgements; an answer taken back is forgotten. An address that search does not know is said."""
        query, language = self._asked(request.POST)
        told = {
            name.removeprefix("verdict:"): request.POST.get(name, "")
            for name in request.POST
            if name.startswith("verdict:")
        }
        address = words_in(request.POST, "address", 2048)
        missing = entry_at(address, language) if address else None
        if missing is not None:
            told[missing.key] = Judgement.Verdict.RIGHT
        if query:
            keep(query, language, told, request.user)
        if address and missing is None:
            fault = _("Search knows nothing at %(address)s. Check the address, and that everybody may read the page.")
            context = self.get_context_data(sent=request.POST, faults=[fault % {"address": address}], address=address)
            return render(request, self.template_name, context, status=422)
        messages.success(request, _("Kept. The next quality run measures against it."))
        return HttpResponseRedirect(reverse("search_searches"))

    def _asked(self, sent: Any) -> tuple[str, str]:
        return words_in(sent, "q", 200), language_in(sent)


def _synonym(sent: Any) -> Synonym:
    """Return the synonym as it was typed: a new one, or the one whose number was sent, not saved yet."""
    number = sent.get("synonym", "")
    kept = Synonym.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 10 else None
    row = kept or Synonym()
    if kept is None or "words" in sent:
        row.language, row.both_ways = language_in(sent), bool(sent.get("both_ways"))
        row.words, row.means = words_in(sent, "words", 120), words_in(sent, "means", 120)
    return row
