"""What the search can find. A room registers its kind of thing here; the search room, far above, keeps its index.

Pages and documents are known to the search itself. What a page adds to its own text it says as ``extra_search_text``;
parts of it with addresses of their own (chapters of a guide) it gives as ``search_parts()``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model


@dataclass(frozen=True)
class Findable:
    """One live, public thing in one language, as the search keeps it.

    ``key`` names it for ever (``page:12``; its parts ``page:12#cost``). ``kind`` is the label of its model, whose
    verbose names residents read. ``thing`` is the same for all translations. ``lgsl_id`` is its number in the Local
    Government Service List (esd standards), where it has one.
    """

    key: str
    language: str
    kind: str
    url: str
    title: str
    summary: str = ""
    body: str = ""
    page_id: int | None = None
    thing: UUID | None = None
    published_at: datetime | None = None
    lgsl_id: int | None = None


@dataclass(frozen=True)
class Source:
    """A kind of thing. ``of`` returns what may be found of one instance: nothing where it is not public.

    ``everything`` returns the same for all instances, in few queries, for the rebuild.
    """

    name: str
    model: type[Model]
    of: Callable[[Any], Iterable[Findable]]
    everything: Callable[[], Iterable[Findable]]

    def key(self, instance: Model) -> str:
        """Return the name of an instance's entry."""
        return f"{self.name}:{instance.pk}"


_sources: dict[str, Source] = {}


def register_findable(source: Source) -> None:
    """Let residents find a kind of thing; a second source of that name is a ValueError."""
    if source.name in _sources:
        raise ValueError(f"A source named {source.name!r} exists already.")
    _sources[source.name] = source


def findable_sources() -> list[Source]:
    """Return all sources in the order of registration."""
    return list(_sources.values())
