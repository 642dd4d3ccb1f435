"""A to Z: the council's titles, and residents' words for them, in one list."""

from dataclasses import dataclass
from urllib.parse import urlencode

from core.services import site_path
from search.folding import fold
from search.models import BestBet, SearchEntry, Synonym
from search.ranking import BEHIND

#: What does not begin with a letter stands under this.
OTHER = "0-9"


@dataclass(frozen=True)
class Line:
    """A term and where it leads; ``see`` is the council's word for a term of residents."""

    text: str
    url: str
    see: str = ""

    @property
    def letter(self) -> str:
        """Return what it stands under."""
        first = fold(self.text)[:1].upper()
        return first if first.isalpha() else OTHER


def letters_of(language: str) -> dict[str, list[Line]]:
    """Return all terms of a language under their letters, both in order, each title once. Three queries."""
    entries = SearchEntry.objects.filter(language=language).exclude(key__contains="#").order_by("pk")
    rows = sorted(entries.values_list("title", "url", "kind"), key=lambda row: row[2] in BEHIND)
    first = {fold(title): Line(title, url) for title, url, _kind in reversed(rows)}
    lines = list(first.values())
    taught = Synonym.objects.filter(language=language).values_list("words", "means")
    lines += [Line(words, _search(words), means) for words, means in taught]
    bets = BestBet.objects.filter(language=language, position=1, page__live=True)
    lines += [Line(query, _search(query), title) for query, title in bets.values_list("query", "page__title")]
    found: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda line: (fold(line.text), line.url)):
        found.setdefault(line.letter, []).append(line)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == OTHER, pair[0])))


def _search(words: str) -> str:
    return f"{site_path('search/')}?{urlencode({'q': words})}"
