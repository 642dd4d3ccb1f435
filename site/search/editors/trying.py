"""What a synonym would change, over the searches of the last month, before anybody saves it."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from insight.services import search_log
from search.analysis import phrase
from search.services import Rule, find

#: Searches that are tried, the most frequent that hold the words; and results of each that are compared.
MOST, SHOWN = 25, 5
MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Change:
    """One search, how often it was made, and its first results before and after."""

    query: str
    searches: int
    before: list[str]
    after: list[str]

    @property
    def differs(self) -> bool:
        """Whether the synonym changes anything for this search."""
        return self.before != self.after


def changes(rule: Rule, language: str) -> list[Change]:
    """Return the effect of ``rule`` on real searches that hold its words, and on its words alone."""
    rows = [row for row in search_log(timezone.now() - MONTH) if row.locale == language]
    counts = {row.query: row.searches for row in rows if _holds(row.query, rule, language)}
    tried = {rule.words.casefold(): counts.get(rule.words.casefold(), 0), **dict(list(counts.items())[:MOST])}
    return [_change(query, searches, rule, language) for query, searches in tried.items()]


def _change(query: str, searches: int, rule: Rule, language: str) -> Change:
    return Change(query, searches, _titles(query, language, []), _titles(query, language, [rule]))


def _titles(query: str, language: str, extra: list[Rule]) -> list[str]:
    return [entry.title for entry in find(query, language, SHOWN, extra=extra).entries]


def _holds(query: str, rule: Rule, language: str) -> bool:
    said = f" {' '.join(phrase(query, language))} "
    sides = [rule.words, *([rule.means] if rule.both_ways else [])]
    return any(f" {' '.join(phrase(side, language))} " in said for side in sides)
