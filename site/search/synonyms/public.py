"""GOV.UK's own synonyms (alphagov/search-api, MIT): ``- search: car, vehicle => car, vehicle``, English only."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from search.analysis import phrase

FILE = Path(__file__).parent / "govuk.yml"
_LINE = re.compile(r"^- (?:search|index|both): (.+?)=>(.+)$", re.MULTILINE)
Phrase = tuple[str, ...]


@cache
def public_synonyms() -> dict[Phrase, list[Phrase]]:
    """Return ``{stems of words typed: stems of each phrase that means the same}``; read once a process."""
    found: dict[Phrase, list[Phrase]] = {}
    for words, means in rules(FILE.read_text(encoding="utf-8")):
        known = found.setdefault(words, [])
        if means != words and means not in known:
            known.append(means)
    return found


def rules(text: str) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield each pair of a list in GOV.UK's form; lines of another form are passed over."""
    for left, right in _LINE.findall(text):
        meant = [phrase(part) for part in right.split(",")]
        for words in map(phrase, left.split(",")):
            yield from ((words, means) for means in meant if words and means)
