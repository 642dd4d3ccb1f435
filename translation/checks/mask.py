"""Take a text apart: placeholders, tags, links and e-mail addresses on one side, words and numbers on the other."""

import re
from dataclasses import dataclass

from translation.checks.syntax import FORMATS, LINKS, TAG, TAG_LIKE, formats_for


@dataclass(frozen=True)
class Masked:
    """Parts of a text in their order; ``words`` is what remains, each part replaced by a space."""

    text: str
    placeholders: tuple[str, ...]
    tags: tuple[str, ...]
    links: tuple[str, ...]
    words: str


def mask(text: str, flags: frozenset[str]) -> Masked:
    """Return ``text`` taken apart. A link within a tag (``href``) counts as a link, and its tag as a tag."""
    links: list[str] = []
    placeholders: list[str] = []
    tags: list[str] = []
    rest = _take(TAG, text, tags)
    for tag in tags:
        _take(formats_for(flags), tag, placeholders)
        links += [FORMATS.sub("…", found) for found in _hrefs(tag)]
    rest = _take(LINKS, rest, links)
    for link in list(links):
        _take(formats_for(flags), link, placeholders)
    rest = _take(formats_for(flags), rest, placeholders)
    rest = _take(TAG_LIKE, rest, tags)
    return Masked(text, tuple(placeholders), tuple(tags), tuple(links), rest)


def _take(pattern: re.Pattern[str], text: str, found: list[str]) -> str:
    def keep(match: re.Match[str]) -> str:
        found.append(match.group())
        return " "

    return pattern.sub(keep, text)


def _hrefs(tag: str) -> list[str]:
    return re.findall(r"""\b(?:href|src|action)\s*=\s*["']([^"']+)["']""", tag)
