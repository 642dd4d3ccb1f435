"""What the results page shows beside the links: filters by type, and each page's own answer."""

from typing import Any
from urllib.parse import urlencode

from core.services import site_path
from search.models.entry import name_of_kind
from search.services import Results
from services.services import PageAnswer, answers_of

#: Results that carry their answer: the first ones, which people read.
ANSWERED = 5


def present(found: Results, query: str, kind: str) -> dict[str, Any]:
    """Return ``found_items`` (link, kind, answer) and ``filters`` (text, url, count, current)."""
    first = [entry.page_id for entry in found.entries[:ANSWERED] if entry.page_id and "#" not in entry.key]
    answers = answers_of(key for key in first if key)
    items = [
        {"link": entry.link, "kind": entry.kind_name, "answer": answers.get(entry.page_id or 0, PageAnswer())}
        for entry in found.entries
    ]
    return {"found_items": items, "filters": _filters(found, query, kind), "exact_url": _url(query, exact="1")}


def _filters(found: Results, query: str, kind: str) -> list[dict[str, Any]]:
    """Return a filter a kind, and none where all results are of one kind."""
    if len(found.kinds) < 2:
        return []
    counts = [("", sum(found.kinds.values())), *found.kinds.items()]
    return [_filter(query, each, count, current=each == kind) for each, count in counts]


def _filter(query: str, kind: str, count: int, *, current: bool) -> dict[str, Any]:
    text = name_of_kind(kind) if kind else ""
    return {"text": text, "count": count, "current": current, "url": _url(query, kind=kind)}


def _url(query: str, **more: str) -> str:
    filled = {"q": query, **{key: value for key, value in more.items() if value}}
    return f"{site_path('search/')}?{urlencode(filled)}"
