"""The screen for the words of the website itself."""

from typing import Any

import polib
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.languages import direction
from translation.desk.locale_view import LocaleView
from translation.exchange import ExchangeError
from translation.exchange.base import LARGEST
from translation.models.decision import digest
from translation.phrases.catalogue import Entry, catalogue_of, entries, said
from translation.phrases.store import Changes, differing, said_now, settled, store, stored_in, wrong_in
from translation.phrases.upload import MADE, read
from translation.real import own_name

_PAGE = 30


class PhrasesView(LocaleView):
    """The phrases of a language that is the person's."""

    @cached_property
    def stored(self) -> Changes:
        """Return what translators had changed when the request came."""
        return stored_in(self.locale)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Draw a part of the phrases."""
        return self.draw(request, self.stored, {})

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Store what was changed; nothing of it when one phrase must not go live like this."""
        known = {entry.key: entry for entry in entries(self.locale.language_code)}
        typed = {key: forms for key, forms in typed_in(request).items() if key in known}
        now = {key: said_now(known[key], self.stored) for key in typed}
        mine, theirs = settled(typed, marks_in(request), now)
        if theirs:
            messages.error(request, _("Somebody else has changed the same phrase. Both are shown below."))
            return self.draw(request, self.stored | mine, {}, 409, theirs)
        meant = {key: differing(known[key], forms) for key, forms in mine.items()}
        if wrong := wrong_in(self.locale, meant):
            return self.draw(request, self.stored | mine, wrong, 422)
        store(self.locale, meant, request.user)
        messages.success(request, _("Saved. The website says it from now on."))
        return HttpResponseRedirect(request.get_full_path())

    def draw(
        self,
        request: HttpRequest,
        shown: Changes,
        wrong: dict[str, list[str]],
        status: int = 200,
        theirs: Changes | None = None,
    ) -> HttpResponse:
        """Return the screen; ``theirs`` is what others have written where the person typed something else."""
        code, query, show = self.locale.language_code, request.GET.get("q", ""), request.GET.get("show", "")
        # What was typed decides about no place in the list: it comes back where it was typed.
        found = [entry for entry in entries(code) if _asked(entry, self.stored, query, show)]
        found.sort(key=lambda entry: not any(entry.texts))  # a release is complete but for words of staff
        page = Paginator(found, _PAGE).get_page(request.GET.get("p"))
        others = theirs or {}
        faulty = [entry for entry in entries(code) if entry.key in wrong.keys() | others.keys()]
        listed = [*(entry for entry in faulty if entry not in page.object_list), *page]
        context = {
            "lines": [_line(entry, shown, self.stored, others, wrong.get(entry.key, [])) for entry in listed],
            "page": page, "code": code, "dir": direction(code), "language": own_name(code), "q": query, "show": show,
        }  # fmt: skip
        return render(request, "translation/admin/phrases.html", context, status=status)


class PhraseFileView(PhrasesView):
    """The whole catalogue with what was changed, for the next release or for a program that translates; and back."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:  # noqa: ARG002 - Django's signature
        """Return it as a PO file."""
        code = self.locale.language_code
        path = catalogue_of(code)
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.metadata = polib.pofile(str(path)).metadata if path.exists() else {}
        catalogue.metadata[MADE] = timezone.now().isoformat()
        catalogue.extend(said(entry, self.stored.get(entry.key, {})) for entry in entries(code))
        headers = {"Content-Disposition": f'attachment; filename="django-{code}.po"'}
        return HttpResponse(str(catalogue).encode(), "text/x-gettext-translation; charset=utf-8", headers=headers)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Take a file, whole or not at all."""
        code, file = self.locale.language_code, request.FILES.get("file")
        here = reverse("translation_phrases", args=[code])
        if file is None:
            messages.error(request, _("Choose a file first."))
            return HttpResponseRedirect(here)
        try:
            taken = read(file.read(LARGEST + 1), code, request.user)
        except ExchangeError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(here)
        if taken.problems:
            context = {"problems": taken.problems, "here": here, "subtitle": own_name(code)}
            return render(request, "translation/admin/refused.html", context, status=422)
        store(self.locale, taken.meant, request.user)
        messages.success(request, _("The file was taken in. The website says it from now on."))
        if taken.unknown:
            messages.warning(request, left_out(taken.unknown))
        return HttpResponseRedirect(here)

    http_method_names = ["get", "head", "post"]


def typed_in(request: HttpRequest) -> Changes:
    """Return the fields ``text-KEY-FORM`` of a request."""
    found: Changes = {}
    for name, value in request.POST.items():
        start, _sep, rest = name.partition("-")
        key, _sep, form = rest.partition("-")
        if start == "text" and form.isdecimal() and len(form) == 1:
            found.setdefault(key, {})[int(form)] = str(value).replace("\r\n", "\n")
    return found


def marks_in(request: HttpRequest) -> dict[tuple[str, int], str]:
    """Return the fields ``mark-KEY-FORM`` of a request: what each text was when the screen was drawn."""
    found: dict[tuple[str, int], str] = {}
    for name, value in request.POST.items():
        start, _sep, rest = name.partition("-")
        key, _sep, form = rest.partition("-")
        if start == "mark" and form.isdecimal() and len(form) == 1:
            found[key, int(form)] = str(value)
    return found


def left_out(number: int) -> str:
    """Return what is said of phrases that the website does not have."""
    return ngettext(
        "%(number)d phrase of the file is not part of this release, and was left out.",
        "%(number)d phrases of the file are not part of this release, and were left out.",
        number,
    ) % {"number": number}


def _asked(entry: Entry, shown: Changes, query: str, show: str) -> bool:
    if show == "changed" and entry.key not in shown:
        return False
    if show == "missing" and (all(entry.texts) or entry.key in shown):
        return False
    words = " ".join((*entry.english, *entry.texts, *shown.get(entry.key, {}).values()))
    return query.casefold() in words.casefold()


def _line(entry: Entry, shown: Changes, stored: Changes, theirs: Changes, wrong: list[str]) -> dict[str, Any]:
    changes, others, now = shown.get(entry.key, {}), theirs.get(entry.key, {}), said_now(entry, stored)
    texts = [
        (form, changes.get(form, text), digest(now[form]), others.get(form)) for form, text in enumerate(entry.texts)
    ]
    rows = max(2, -(-max(len(english) for english in entry.english) // 50))
    return {"entry": entry, "texts": texts, "wrong": wrong, "is_changed": bool(changes), "rows": rows}
