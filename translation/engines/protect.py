"""What a machine must not touch goes through it in a shell, and is looked for afterwards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translation.checks import Term
from translation.checks.syntax import FORMATS, LINKS

_NUMBER = re.compile(r"(?:£|€|\$)?\+?\d[\d.,:/ ]*\d|\d")
_SHELL = re.compile(r'<span\b[^>]*\bid="?w(\d+)"?[^>]*>(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Protected:
    """A text for a machine, and what its shells hold."""

    text: str
    kept: tuple[str, ...]


def protect(text: str, terms: Iterable[Term] = ()) -> Protected:
    """Return ``text`` with placeholders, links, numbers and terms that stay English in ``<span translate="no">``."""
    names = [re.escape(term.english) for term in terms if term.rule == "keep" and term.english]
    parts = [pattern.pattern for pattern in (FORMATS, LINKS, _NUMBER)]
    whole = re.compile("|".join([_TAG.pattern, *names, *parts]), LINKS.flags)
    kept: list[str] = []

    def shell(match: re.Match[str]) -> str:
        if _TAG.fullmatch(match.group()):
            return match.group()
        kept.append(match.group())
        return f'<span translate="no" id="w{len(kept) - 1}">{match.group()}</span>'

    return Protected(whole.sub(shell, text), tuple(kept))


def unprotect(answer: str, protected: Protected) -> str | None:
    """Return what the machine answered without shells, or None when one is lost, doubled or changed."""
    found = [(int(number), inner.strip()) for number, inner in _SHELL.findall(answer)]
    if sorted(found) != sorted(enumerate(each.strip() for each in protected.kept)):
        return None
    return _SHELL.sub(lambda match: match.group(2), answer)
