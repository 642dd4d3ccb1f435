"""What translators have changed in the website's own words: read, compared, checked and stored."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Locale

from translation.models.decision import digest
from translation.models.phrase import Phrase
from translation.phrases.catalogue import Entry, entries, faults
from translation.phrases.overlay import changed
from translation.printable import printable

#: Key of a phrase -> number of the plural form (0 where there is one only) -> text.
Changes = dict[str, dict[int, str]]


def stored_in(locale: Locale) -> Changes:
    """Return what is stored for a language."""
    found: Changes = {}
    for key, form, text in Phrase.objects.filter(locale=locale).values_list("key", "form", "text"):
        found.setdefault(key, {})[form] = text
    return found


def differing(entry: Entry, forms: Mapping[int, str]) -> dict[int, str]:
    """Return the forms that say something, and something else than the release."""
    texts = {form: printable(text) for form, text in forms.items()}
    return {
        form: text
        for form, text in texts.items()
        if form < len(entry.texts) and text.strip() and text != entry.texts[form]
    }


def said_now(entry: Entry, stored: Changes) -> dict[int, str]:
    """Return what the website says at the moment, by the number of the form."""
    return {form: stored.get(entry.key, {}).get(form, text) for form, text in enumerate(entry.texts)}


def settled(typed: Changes, marks: Mapping[tuple[str, int], str], now: Changes) -> tuple[Changes, Changes]:
    """Return what to store, and what others have changed since ``marks`` were read that was also changed here.

    A form that was left as it stood on the screen stays as it is now. One without a mark is written whatever is there.
    """
    meant: Changes = {}
    theirs: Changes = {}
    for key, forms in typed.items():
        for form, text in forms.items():
            said = now[key].get(form, "")
            mark = marks.get((key, form), digest(said))
            is_untouched = mark == digest(text)
            meant.setdefault(key, {})[form] = said if is_untouched else text
            if mark != digest(said) and not is_untouched and text != said:
                theirs.setdefault(key, {})[form] = said
    return meant, theirs


def wrong_in(locale: Locale, meant: Changes) -> dict[str, list[str]]:
    """Return by key why a phrase must not go live as it is meant; what is stored already is not asked again."""
    stored, code = stored_in(locale), locale.language_code
    known = {entry.key: entry for entry in entries(code)}
    new = {key: forms for key, forms in meant.items() if forms and forms != stored.get(key, {})}
    found = {key: faults(known[key], forms, code) for key, forms in new.items()}
    return {key: messages for key, messages in found.items() if messages}


@transaction.atomic
def store(locale: Locale, meant: Changes, user: Any) -> None:
    """Store the forms that differ from the release, and take away those that do not any more."""
    for key, forms in meant.items():
        Phrase.objects.filter(locale=locale, key=key).exclude(form__in=forms).delete()
        for form, text in forms.items():
            row = Phrase.objects.filter(locale=locale, key=key, form=form)
            if not row.filter(text=text).exists():
                Phrase.objects.update_or_create(locale=locale, key=key, form=form, defaults={"text": text, "by": user})
    changed()
