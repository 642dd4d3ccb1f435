"""Lay what translators have changed over the catalogues of this process, and take it off again."""

import logging
from collections.abc import Callable
from gettext import c2py
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, trans_real

from core.failures import log_failure
from core.services import forget_kept, kept
from translation.models.phrase import Phrase
from translation.phrases.catalogue import entries, header

logger = logging.getLogger(__name__)

#: Language -> its catalogue in this process, the state of the table that lies over it, and what lies there.
_laid: dict[str, tuple[Any, str, dict[Any, str]]] = {}


class PhraseMiddleware:
    """Say the newest words, in every process, from the next request on. English has none and costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refresh the language of the request."""
        language = get_language() or settings.LANGUAGE_CODE
        if language != settings.LANGUAGE_CODE:
            try:
                refresh(language)
            except DatabaseError as error:
                # The words of the release are there without a database: a page that needs none is still served.
                log_failure(logger, "The changed words of %s are not read.", language, error=error)
        return self.get_response(request)


def refresh(code: str) -> None:
    """Lay the changed phrases of a language over its catalogue, where that is not done yet."""
    state = kept("phrases", _states).get(code, "")
    catalogue, held, words = _laid.get(code, (None, "", {}))
    if state == held:
        return
    own: Any = trans_real.translation(code)._catalog  # type: ignore[attr-defined] # Django's types leave it out
    if own is not catalogue:
        words = {}
        _lay(own, code, words)
    words.clear()
    words.update(_words(code))
    _laid[code] = (own, state, words)


def changed() -> None:
    """Let every process look anew."""
    forget_kept()


def refresh_all(**_signal: Any) -> None:
    """Refresh every language: a worker writes to people in theirs, and no request tells it which."""
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            refresh(code)


def _states() -> dict[str, str]:
    """Return, for each language with changed phrases, what tells one state of them from the next. One query."""
    rows = Phrase.objects.values_list("locale__language_code").annotate(Count("pk"), Max("at"))
    return {code: f"{count}:{latest}" for code, count, latest in rows}


def _lay(catalogue: Any, code: str, words: dict[Any, str]) -> None:
    """Put ``words`` before all others of a catalogue; they are filled and emptied in place."""
    rule = header(code).partition("plural=")[2].strip().rstrip(";")
    catalogue._catalogs.insert(0, words)
    catalogue._plurals.insert(0, c2py(rule or "0"))


def _words(code: str) -> dict[Any, str]:
    known = {entry.key: entry for entry in entries(code)}
    found: dict[Any, str] = {}
    for key, form, text in Phrase.objects.filter(locale__language_code=code).values_list("key", "form", "text"):
        entry = known.get(key)  # a phrase that a release has dropped is said nowhere
        if entry is None:
            continue
        name = f"{entry.po.msgctxt}\x04{entry.english[0]}" if entry.po.msgctxt else entry.english[0]
        found[(name, form) if len(entry.english) > 1 else name] = text
    return found
