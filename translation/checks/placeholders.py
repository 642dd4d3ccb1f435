"""Placeholders: every one of the English, none that the program does not know, in an order that fits."""

import re
from collections import Counter
from collections.abc import Iterator

from translation.checks.base import Finding, Segment
from translation.checks.counts import says_count
from translation.checks.marking import noop as _

CODE = "placeholder"
_PLAIN = re.compile(r"%[#0\- +'I]*(?:\d+|\*)?(?:\.(?:\d+|\*))?((?:hh|h|ll|l|L|q|j|z|t)?[a-zA-Z])$")
_NUMBERED = re.compile(r"%(\d+)\$.*?([a-zA-Z]+)$")
_ESCAPED = "%%"


def check_placeholders(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each placeholder that is lost, unknown or in the wrong place."""
    source, target = _names(segment.english.placeholders), _names(segment.translation.placeholders)
    missing = Counter(source) - Counter(target)
    unknown = [name for name in target if name not in source]
    if not unknown and says_count(segment) and (segment.count == 0 or sum(missing.values()) == 1):
        missing.clear()
    for name in missing:
        yield Finding(CODE, _("“%(name)s” is missing. Copy it from the English as it is."), {"name": name})
    for name in dict.fromkeys(unknown):
        yield Finding(
            CODE, _("“%(name)s” does not stand in the English. Nothing will be filled in there."), {"name": name}
        )
    if not missing and not unknown:
        yield from _order(segment)
    if "python-format" in segment.flags and _stray(segment):
        yield Finding(CODE, _("A lone “%%” breaks this sentence when it is shown. Write it twice."))
    yield from _pieces(segment)
    yield from _icu(segment)


def _names(found: tuple[str, ...]) -> list[str]:
    """Return placeholders without spaces within; numbered ones and ``%%`` brought to one form."""
    names = [re.sub(r"\s+", "", name) for name in found if name != _ESCAPED]
    return [_unnumbered(name) for name in names]


def _unnumbered(name: str) -> str:
    numbered = _NUMBERED.match(name)
    plain = _PLAIN.match(name)
    kind = numbered.group(2) if numbered else plain.group(1) if plain else ""
    return f"%{'d' if kind in {'i', 'd'} else kind}" if kind else name


def _order(segment: Segment) -> Iterator[Finding]:
    """Unnumbered placeholders of different kinds are filled in by their order: it has to be the English one."""
    if any(_NUMBERED.match(name) for name in segment.translation.placeholders):
        return
    source, target = (
        [name for name in _names(part.placeholders) if _PLAIN.match(name)]
        for part in (segment.english, segment.translation)
    )
    if len(target) == len(source) and source != target:
        order = " ".join(source)
        yield Finding(
            CODE, _("The placeholders stand in another order than in the English: %(order)s."), {"order": order}
        )


def _stray(segment: Segment) -> bool:
    """Return whether a ``%`` is left that is no placeholder, where the English has none such."""
    return "%" in segment.target and "%" in segment.translation.words and "%" not in segment.english.words


def _pieces(segment: Segment) -> Iterator[Finding]:
    """A name in brackets without its ``%`` is shown as it stands."""
    for name in dict.fromkeys(name for name in segment.english.placeholders if name.startswith("%(")):
        if re.search(rf"(?<!%){re.escape(name[1:])}", segment.translation.text):
            yield Finding(CODE, _("“%(name)s” has lost its “%%”."), {"name": name[1:]})


def _icu(segment: Segment) -> Iterator[Finding]:
    """A brace that is opened has to be closed: an ICU message with one missing is shown as nothing at all."""
    braces = [(part.count("{"), part.count("}")) for part in (segment.source, segment.target)]
    if braces[0][0] == braces[0][1] and braces[1][0] != braces[1][1]:
        yield Finding(CODE, _("A curly bracket is opened and not closed, or closed and not opened."))
