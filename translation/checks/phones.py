"""Telephone numbers: the same digits in the same order, however they are grouped."""

import re
from collections import Counter
from collections.abc import Iterator

from translation.checks.base import Finding, Segment
from translation.checks.marking import noop as _

_PHONE = re.compile(r"(?<![A-Za-z0-9_.,/:])(?:\+\s?|\(?0)[\d\s().\u2010-\u2013-]{7,24}\d(?![\d/:])")
_LEAST = 9


def phones(text: str) -> list[str]:
    """Return the telephone numbers of ``text`` as national digits: ``+44 1865…`` and ``(01865)…`` are one number."""
    return [_national(found) for found in _PHONE.findall(text) if _is_phone(found)]


def without_phones(text: str) -> str:
    """Return ``text`` with its telephone numbers replaced by spaces."""
    return _PHONE.sub(lambda match: " " if _is_phone(match.group()) else match.group(), text)


def check_phones(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each telephone number that is lost or new."""
    source, target = (Counter(phones(part.words)) for part in (segment.english, segment.translation))
    for number in source - target:
        yield Finding("phone", _("The phone number %(number)s of the English is missing."), {"number": number})
    for number in target - source:
        yield Finding("phone", _("The phone number %(number)s does not stand in the English."), {"number": number})


def _is_phone(found: str) -> bool:
    return len(re.sub(r"\D", "", found)) >= _LEAST


def _national(found: str) -> str:
    digits = re.sub(r"\D", "", found.replace("(0)", ""))
    return re.sub(r"^(?:0044|44)(?=\d{9,10}$)", "0", digits)
