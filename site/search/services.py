"""The only door of search."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings

from search import embedding
from search.finding import Found, Hit, find_in
from search.index.rebuild import Rebuilt, rebuild
from search.models import SearchEntry
from search.ranking import Why
from search.synonyms import Rule

#: More than anybody reads; the best come first.
SHOWN = 20

__all__ = ["SHOWN", "Rebuilt", "Result", "Results", "Rule", "find", "load_model", "rebuild"]


@dataclass(frozen=True)
class Result:
    """An entry that was found, and why it stands where it stands."""

    entry: SearchEntry
    why: Why


@dataclass(frozen=True)
class Results:
    """What a search found: at most as many results as were asked for of ``total``, best first.

    ``kinds`` counts what was found by kind. ``meant`` is the search with slips repaired, empty where none were.
    ``guessed`` says that no word matched and that these only look or mean alike; ``weak`` that not even that is
    likely, so that they are shown as guesses beside other ways to get help.
    """

    results: list[Result] = field(default_factory=list)
    total: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    meant: str = ""
    guessed: bool = False
    weak: bool = False

    @property
    def entries(self) -> list[SearchEntry]:
        """The entries alone."""
        return [result.entry for result in self.results]


def find(
    query: str, language: str, limit: int = SHOWN, *, kind: str = "", exact: bool = False, extra: Iterable[Rule] = ()
) -> Results:
    """Return what fits ``query`` in ``language``, then what only English has. Any text is safe; none raises.

    ``kind`` keeps one kind only, ``exact`` repairs no spelling, ``extra`` tries synonyms that are not saved.
    """
    languages = dict.fromkeys([language, settings.LANGUAGE_CODE])
    found = [find_in(query, each, exact=exact, extra=extra) for each in languages]
    hits = _without_translated(hit for each in found for hit in each.hits)
    kinds = Counter(hit.kind for hit in hits)
    shown = [hit for hit in hits if not kind or hit.kind == kind]
    rows = _rows(shown[:limit])
    return Results(
        results=[Result(rows[hit.entry_id], hit.why) for hit in shown[:limit] if hit.entry_id in rows],
        total=len(shown),
        kinds=dict(kinds.most_common()),
        meant=_meant(found),
        guessed=all(each.guessed for each in found),
        weak=all(each.weak for each in found),
    )


def load_model() -> bool:
    """Load the model of meaning now rather than with the first search; return whether there is one."""
    return embedding.current() is not None


def _meant(found: list[Found]) -> str:
    return next((each.question.meant for each in found if each.hits and each.question.repaired), "")


def _rows(hits: list[Hit]) -> dict[int, SearchEntry]:
    """Read the entries without their long texts; what has gone since is not among them."""
    unused = ("folded_title", "folded_summary", "folded_body", "vector", "vector_of")
    return SearchEntry.objects.defer(*unused).in_bulk([hit.entry_id for hit in hits])


def _without_translated(hits: Iterable[Hit]) -> list[Hit]:
    """Leave out the English of what was found in the reader's language already."""
    kept: dict[object, Hit] = {}
    for hit in hits:
        kept.setdefault(hit.name, hit)
    return list(kept.values())
