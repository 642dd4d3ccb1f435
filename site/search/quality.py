"""How good search is, over queries whose right answers are known: Voorhees and Harman's TREC measures.

Success@n is the share of queries with a right result among the first n; MRR the mean of 1/rank of the first right one,
0 where none of the first ten is; "none" the share that found nothing at all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from search.models import Judgement
from search.services import find

LOOKED_AT = 10


@dataclass(frozen=True)
class Case:
    """A query, its class, and the names of right answers: numbers of the service list, or keys of entries."""

    query: str
    label: str
    right: frozenset[str]
    language: str = "en"


@dataclass(frozen=True)
class Score:
    """The measures over ``size`` queries of one class."""

    label: str
    size: int
    success_1: float
    success_5: float
    mrr: float
    none: float

    def row(self) -> str:
        """Return it as a line of a table."""
        shares = (self.success_1, self.success_5, self.mrr, self.none)
        return f"{self.label:<14}{self.size:>6}" + "".join(f"{share:>9.3f}" for share in shares)


HEAD = f"{'class':<14}{'n':>6}{'@1':>9}{'@5':>9}{'MRR':>9}{'none':>9}"
#: Returns the names of the results of a case, best first; each result may have several names.
Engine = Callable[[Case], list[set[str]]]


def ours(case: Case) -> list[set[str]]:
    """Return what our search finds: keys, and numbers of the service list."""
    entries = find(case.query, case.language, LOOKED_AT).entries
    return [{entry.key, str(entry.lgsl_id or entry.key)} for entry in entries]


def measure(cases: Iterable[Case], engine: Engine) -> list[Score]:
    """Return a score a class in order of name, and one over all, first."""
    ranks: dict[str, list[tuple[int, bool]]] = {}
    for case in cases:
        found = engine(case)
        first = next((rank for rank, names in enumerate(found[:LOOKED_AT], 1) if names & case.right), 0)
        for label in ("all", case.label):
            ranks.setdefault(label, []).append((first, not found))
    return [_score(label, ranks[label]) for label in sorted(ranks, key=lambda label: (label != "all", label))]


def _score(label: str, ranks: list[tuple[int, bool]]) -> Score:
    size = len(ranks)
    return Score(
        label=label,
        size=size,
        success_1=sum(rank == 1 for rank, _ in ranks) / size,
        success_5=sum(0 < rank <= 5 for rank, _ in ranks) / size,
        mrr=sum(1 / rank for rank, _ in ranks if rank) / size,
        none=sum(none for _, none in ranks) / size,
    )


def labelled(file: Path) -> Iterator[Case]:
    """Yield the cases of a file: query, numbers of right services with commas, class, parted by tabs."""
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        if line.strip() and not line.startswith("#"):
            query, right, label = (*line.split("\t"), "", "")[:3]
            yield Case(query.strip(), label.strip() or "other", frozenset(right.replace(" ", "").split(",")))


def judged() -> list[Case]:
    """Return the queries that editors judged; what is right and also right counts alike."""
    cases: dict[tuple[str, str], set[str]] = {}
    for row in Judgement.objects.all():
        cases.setdefault((row.query, row.language), set()).add(row.key)
    return [Case(query, "judged", frozenset(keys), language) for (query, language), keys in cases.items()]
