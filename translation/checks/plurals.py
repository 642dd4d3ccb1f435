"""Plural forms: how many a language has, and which numbers each stands for."""

import gettext
import re
from functools import lru_cache

_HEADER = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?)\s*;?\s*$", re.DOTALL)
#: Catalogues of these languages may have so many forms; several rules are in use.
EXPECTED = {
    "pl": {3, 4}, "pt": {2, 3}, "es": {2, 3}, "ro": {3}, "ar": {6}, "ur": {2}, "bn": {2}, "zh": {1}, "fr": {2, 3},
    "it": {2, 3}, "de": {2}, "nl": {2}, "ja": {1}, "ko": {1}, "tr": {1, 2}, "ru": {3, 4}, "uk": {3, 4}, "cs": {3, 4},
}  # fmt: skip
_TRIED = 1000
#: No language has more forms than Arabic's six; more would only cost memory.
_MOST = 9


class PluralRuleError(ValueError):
    """A ``Plural-Forms`` header that is no rule."""


def rule(header: str) -> tuple[int, str]:
    """Return how many forms a ``Plural-Forms`` header names, and its formula in C. Raises PluralRuleError."""
    match = _HEADER.search(header)
    if match is None or not 0 < int(match.group(1)[:9]) <= _MOST:
        raise PluralRuleError(header)
    return int(match.group(1)), match.group(2)


@lru_cache(maxsize=64)
def counts(header: str) -> tuple[int | None, ...]:
    """Return, for each form, the one number that it stands for, or None when it stands for several."""
    number, formula = rule(header)
    try:
        chosen = [gettext.c2py(formula)(count) for count in range(_TRIED)]
    except (ValueError, RecursionError, ZeroDivisionError, OverflowError) as error:
        raise PluralRuleError(header) from error
    return tuple(chosen.index(form) if chosen.count(form) == 1 else None for form in range(number))
