"""How searches end, and what they were: without personal data, and without anything about who searched."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from insight.models import Event
from insight.privacy import scrub, tidy
from insight.questions import SEARCH_WANTED
from insight.recording.happenings import QUERY_LIMIT
from insight.recording.ratings import Context, add_comment
from insight.recording.schemas import TYPE_PREFIX
from insight.recording.store import Fact, record
from insight.types import Subject

SearchEnd = Literal["helped", "failed", "again"]
SEARCH_TYPE, ENDED_TYPE = f"{TYPE_PREFIX}search.v1", f"{TYPE_PREFIX}search.ended.v1"
#: Events that a report reads at most, the newest.
MOST_READ = 50_000
#: The same of one locale, for a screen that is opened often.
MOST_OF_ONE = 2_000


@dataclass(frozen=True)
class SearchRow:
    """One search in one locale: how often it was made, found nothing, was followed by another, or did not help."""

    query: str
    locale: str
    week: date | None
    searches: int
    nothing: int
    again: int
    failed: int


def record_search_end(query: str, end: SearchEnd, locale: str, then: str = "") -> str:
    """Store how a search ended; ``then`` is the search that followed. Returns the event id, empty if not stored."""
    data = {
        "query_scrubbed": _clean(query),
        "then_scrubbed": _clean(then),
        "end": end,
        "locale": locale,
        "channel": "web",
    }
    return record(Fact("search.ended", "/search", "search:site", data))


def record_wanted(text: str, locale: str) -> str:
    """Store what somebody was looking for and did not find, as a comment; ValueError over 1,250 characters."""
    return add_comment("", text, Context(Subject("search", "site"), SEARCH_WANTED, locale))


def search_log(since: datetime, *, by_week: bool = False) -> list[SearchRow]:
    """Return all searches since then, most often made first; each week apart where that is asked for."""
    events = Event.objects.filter(type__in=[SEARCH_TYPE, ENDED_TYPE], time__gte=since).order_by("-number")
    counts: dict[tuple[str, str, date | None], Counter[str]] = {}
    for kind, time, data in events.values_list("type", "time", "data")[:MOST_READ]:
        day = time.date()
        week = date.fromordinal(day.toordinal() - day.weekday()) if by_week else None
        row = counts.setdefault((data["query_scrubbed"].casefold(), data["locale"], week), Counter())
        row.update(_counted(kind, data))
    names = ("searches", "nothing", "again", "failed")
    rows = [SearchRow(*key, *(row[name] for name in names)) for key, row in counts.items()]
    return sorted(rows, key=lambda row: (-row.searches, row.query))


def words_searched(locale: str, since: datetime) -> list[tuple[str, int]]:
    """Return what was searched for in one locale since then, with how often, the most first."""
    events = Event.objects.filter(type=SEARCH_TYPE, time__gte=since, data__locale=locale).order_by("-number")
    said = events.values_list("data__query_scrubbed", flat=True)[:MOST_OF_ONE]
    return Counter(str(query).casefold() for query in said).most_common()


def _counted(kind: str, data: dict[str, object]) -> list[str]:
    if kind == ENDED_TYPE:
        return [str(data["end"])]
    return ["searches"] if data["results"] else ["searches", "nothing"]


def _clean(query: str) -> str:
    return scrub(tidy(query)[:QUERY_LIMIT]).text[:QUERY_LIMIT]
