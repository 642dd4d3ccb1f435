"""The glossary: terms that must be used, that stay English, and words that must not be used."""

import re
from collections.abc import Iterator

from translation.checks.base import ADVICE, Finding, Segment, Term
from translation.checks.marking import noop as _

CODE = "glossary"


def check_glossary(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each term of the glossary that the translation does not heed."""
    for term in segment.glossary:
        if term.rule == "forbidden":
            if term.text and _holds(segment.target, term.text):
                yield Finding(CODE, _("Do not write “%(text)s” here."), {"text": term.text})
        elif _holds(segment.source, term.english):
            yield from _missing(segment, term)


def _missing(segment: Segment, term: Term) -> Iterator[Finding]:
    if term.rule == "keep" and term.english not in segment.target:
        yield Finding(CODE, _("“%(english)s” stays in English."), {"english": term.english})
    if term.rule == "must" and term.text.casefold() not in segment.target.casefold():
        params = {"english": term.english, "text": term.text}
        yield Finding(CODE, _("The glossary says “%(text)s” for “%(english)s”."), params, severity=ADVICE)


def _holds(text: str, term: str) -> bool:
    """Return whether ``term`` stands in ``text`` as a word of its own; scripts without spaces need no edges."""
    start, end = (r"(?<!\w)" if term[:1].isascii() else ""), (r"(?!\w)" if term[-1:].isascii() else "")
    return re.search(start + re.escape(term) + end, text, re.IGNORECASE) is not None
