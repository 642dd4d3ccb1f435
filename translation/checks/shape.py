"""The shape of a translation: empty, far too short or long, without the spaces or line breaks at its ends."""

from collections.abc import Iterator

from translation.checks.base import ADVICE, Finding, Segment
from translation.checks.marking import noop as _

#: Language -> how long a translation is beside the English, at the least and at the most; letters to letters.
RATIOS = {"zh": (0.07, 1.5), "ja": (0.1, 2.0), "ko": (0.12, 2.0)}
_RATIO = (0.3, 3.2)
#: Shorter texts than this are too different to compare.
_SHORT = 24


def check_empty(segment: Segment) -> Iterator[Finding]:
    """Yield a finding where there is no translation."""
    if not segment.target.strip() and segment.source.strip():
        yield Finding("empty", _("There is no translation."))


def check_length(segment: Segment) -> Iterator[Finding]:
    """Yield advice for a translation so short or long that something is likely to be lost or added."""
    english, translation = (len(part.words.strip()) for part in (segment.english, segment.translation))
    low, high = RATIOS.get(segment.language, _RATIO)
    if english >= _SHORT and 0 < translation < low * english:
        yield Finding("length", _("This is very short beside the English: is something missing?"), severity=ADVICE)
    if translation >= _SHORT and translation > high * max(english, _SHORT / 2):
        yield Finding("length", _("This is very long beside the English: is something too much?"), severity=ADVICE)


def check_ends(segment: Segment) -> Iterator[Finding]:
    """Yield a finding where a line break at an end is not as in the English, or a space that joins texts is lost."""
    if not segment.target.strip():
        return
    for side, at in ((_("beginning"), 0), (_("end"), -1)):
        source, target = segment.source[at], segment.target[at]
        if (source == "\n") != (target == "\n"):
            message = _("A line break at the %(side)s is not as in the English.")
            yield Finding("whitespace", message, {"side": side})
        elif source == " " and not target.isspace() and _joins(segment):
            message = _("The space at the %(side)s of the English is missing.")
            yield Finding("whitespace", message, {"side": side}, severity=ADVICE)


def _joins(segment: Segment) -> bool:
    """Return whether a space at an end parts two texts: not after a label, and not in scripts without spaces."""
    return segment.language not in RATIOS and len(segment.source.split()) > 2
