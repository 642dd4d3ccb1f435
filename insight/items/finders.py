"""Where items come from: comments of a service with one theme, searches that find nothing, words that are new."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from insight.directory import owners_of_areas
from insight.items.topics import grown
from insight.models import Comment
from insight.models.comment import Sentiment
from insight.models.event import Standing
from insight.models.item import Item
from insight.recording.searches import search_log
from insight.succession import succession

WINDOW, BEFORE = timedelta(days=30), timedelta(days=180)
#: Unhappy comments with one theme, and searches for one thing, from which on somebody should look.
COMMENTS, SEARCHES = 10, 5
#: Comments that are read at most, the newest: the job stays short however many there are.
MOST_READ = 20_000
_SHOWN = (Standing.VERIFIED, Standing.COUNTED)


class Found(NamedTuple):
    """One thing that is heard again and again."""

    kind: str
    key: str
    title: str
    times: int
    #: Key of the user who looks after the service, None where nobody does.
    owner: int | None = None


def find(now: datetime) -> Iterator[Found]:
    """Yield everything that is heard often enough."""
    yield from _themes(now)
    yield from _searches(now)
    yield from _topics(now)


def _themes(now: datetime) -> Iterator[Found]:
    rows = Comment.objects.filter(created_at__gte=now - WINDOW, standing__in=_SHOWN).order_by("-created_at")
    counts: Counter[tuple[str, str]] = Counter()
    follows = succession()
    for sentiment, corrected, themes, service in rows.values_list("sentiment", "corrected", "themes", "service")[
        :MOST_READ
    ]:
        if (corrected or sentiment) == Sentiment.NEGATIVE:
            counts.update((follows.now(service), theme) for theme in themes or ())
    owners = owners_of_areas()
    for (service, theme), n in counts.items():
        if n >= COMMENTS:
            place = service.replace("-", " ") or _("the whole site")
            yield Found(Item.Kind.THEME, f"{service}|{theme}", f"{theme}: {place}", n, owners.get(service))


def _searches(now: datetime) -> Iterator[Found]:
    for row in search_log(now - WINDOW):
        if row.nothing >= SEARCHES and row.query:
            yield Found(Item.Kind.SEARCH, f"{row.locale}|{row.query}"[:255], f"{row.query} ({row.locale})", row.nothing)


def _topics(now: datetime) -> Iterator[Found]:
    rows = Comment.objects.filter(standing__in=_SHOWN, locale__startswith="en").exclude(text="")
    recent = rows.filter(created_at__gte=now - WINDOW).order_by("-created_at")[:MOST_READ]
    before = rows.filter(created_at__lt=now - WINDOW, created_at__gte=now - BEFORE).order_by("-created_at")[:MOST_READ]
    texts = (list(part.values_list("text", flat=True)) for part in (recent, before))
    for topic in grown(*texts):
        yield Found(Item.Kind.TOPIC, topic.word, topic.word, topic.now)
