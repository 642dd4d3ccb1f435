"""Numbers, sums of money, dates, times and telephone numbers: all of the English, and no others."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from translation.checks.base import Finding, Segment
from translation.checks.kinds import kind_of, months_heard, months_said
from translation.checks.marking import noop as _
from translation.checks.number_words import has_word
from translation.checks.phones import check_phones, without_phones
from translation.checks.tokens import Reading, numbers, spaced, split, unmatched

_AFTERNOON = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))?\s*p\.?\s?m\b", re.IGNORECASE)
#: Numbers so large that languages write them as powers.
_HUGE = re.compile(r"\b\w+illion|\bgoogol", re.IGNORECASE)
_MORNING = re.compile(r"\b12(?:[.:](\d\d))?\s*a\.?\s?m\b", re.IGNORECASE)


def check_numbers(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each number that is lost or new; its code says what the number is part of."""
    yield from check_phones(segment)
    english, translation = (without_phones(part.words) for part in (segment.english, segment.translation))
    missing, new = _difference(segment, english, translation)
    for number in missing:
        shown = _shown(number)
        yield Finding(kind_of(shown, english), _("The number %(number)s of the English is missing."), {"number": shown})
    for number in new:
        shown = _shown(number)
        yield Finding(
            kind_of(shown, translation), _("The number %(number)s does not stand in the English."), {"number": shown}
        )


def _difference(segment: Segment, english: str, translation: str) -> tuple[list[Reading], list[Reading]]:
    """Return missing and new numbers under the reading of both texts in which they differ least."""
    best: tuple[list[Reading], list[Reading]] | None = None
    for source, target in product(_variants(english), (translation, spaced(translation), split(translation))):
        missing, new = unmatched(numbers(source, english=True), numbers(target))
        found = (
            [number for number in missing if not _in_words(segment, number)],
            [number for number in new if not _word_in_english(segment, number)],
        )
        if best is None or len(found[0]) + len(found[1]) < len(best[0]) + len(best[1]):
            best = found
        if not any(best):
            break
    return best or ([], [])


def _variants(english: str) -> list[str]:
    """Return the English as it stands, with the hours of the whole day, and with points parting numbers."""
    whole_day = _AFTERNOON.sub(lambda match: f"{int(match[1]) % 12 + 12} {match[2] or ''} ", english)
    whole_day = _MORNING.sub(lambda match: f"0 {match[1] or ''} ", whole_day)
    return list(dict.fromkeys([english, whole_day, split(english), split(whole_day), spaced(english)]))


def _in_words(segment: Segment, number: Reading) -> bool:
    value = _whole(number)
    if value is None:
        return False
    if value == segment.count or has_word(segment.language, value, segment.translation.words):
        return True
    return value <= 12 and value in months_heard(segment)


def _word_in_english(segment: Segment, number: Reading) -> bool:
    value = _whole(number)
    words = segment.english.words
    if _HUGE.search(words):
        return True
    return value is not None and (has_word("en", value, words) or value in months_said(words))


def _whole(number: Reading) -> int | None:
    values = [value for value in number if isinstance(value, Decimal)]
    return int(values[0]) if len(values) == 1 and values[0] == int(values[0]) else None


def _shown(number: Reading) -> str:
    return min((str(value) for value in number), key=len)
