"""Which results are right for a search: those that are found, those judged before, and one that is not found at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from search.models import Judgement, SearchEntry
from search.ranking import Why
from search.services import find

#: Results that editors look at.
SHOWN = 10


@dataclass(frozen=True)
class Judged:
    """An entry, why it stands among the first results (None where it does not), and what was said of it."""

    entry: SearchEntry
    why: Why | None
    verdict: str


def judged(query: str, language: str) -> list[Judged]:
    """Return the first results of a search, then what was judged right for it and is not among them."""
    rows = Judgement.objects.filter(query=query.casefold(), language=language)
    verdicts = dict(rows.values_list("key", "verdict"))
    found = find(query, language, SHOWN).results if query else []
    first = [Judged(row.entry, row.why, verdicts.get(row.entry.key, "")) for row in found]
    missed = verdicts.keys() - {row.entry.key for row in found}
    others = SearchEntry.objects.filter(key__in=missed).order_by("title")
    return [*first, *(Judged(entry, None, verdicts[entry.key]) for entry in others)]


def keep(query: str, language: str, verdicts: Mapping[str, str], user: Any) -> None:
    """Keep a verdict an entry's key; one that is empty is forgotten, and an unknown key is passed over."""
    known = SearchEntry.objects.filter(key__in=verdicts).values_list("key", flat=True)
    for key in known:
        where: dict[str, Any] = {"query": query.casefold(), "language": language, "key": key}
        if verdicts[key] in Judgement.Verdict.values:
            Judgement.objects.update_or_create(**where, defaults={"verdict": verdicts[key], "judged_by": user})
        else:
            Judgement.objects.filter(**where).delete()


def entry_at(address: str, language: str) -> SearchEntry | None:
    """Return what search knows at an address, given whole or as a path."""
    path = urlsplit(address).path.rstrip("/")
    ways = {address, path, f"{path}/", f"{address.rstrip('/')}/"}
    rows = SearchEntry.objects.filter(url__in=ways)
    return rows.filter(language=language).first() or rows.first()
