"""The kinds of topics, and the questions to all of them."""

from collections.abc import Iterable

from wagtail.models import Page

from updates.kinds.base import Kind, Topic

_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Let people follow topics of this kind; a second one of that name is a ValueError."""
    if kind.name in _kinds:
        raise ValueError(f"A kind of topic named {kind.name!r} exists already.")
    _kinds[kind.name] = kind


def label_of(kind: str, key: str) -> str:
    """Return the name of a topic in the active language; empty when there is none."""
    return _kinds[kind].label(key) if kind in _kinds else ""


def topics_for(page: Page | None) -> list[Topic]:
    """Return what can be followed, what is about ``page`` first."""
    found = [(name, key) for name, kind in _kinds.items() for key in kind.offered(page)]
    return named(found)


def named(pairs: Iterable[tuple[str, str]]) -> list[Topic]:
    """Return the topics of these kinds and keys that exist, each with its name."""
    topics = [Topic(kind, key, label_of(kind, key)) for kind, key in dict.fromkeys(pairs)]
    return [topic for topic in topics if topic.label]


def valid(values: Iterable[str], most: int = 60) -> list[Topic]:
    """Return the topics among ``values`` as forms send them; what is no topic is left out."""
    pairs = [(kind, key) for kind, _colon, key in (value[:110].partition(":") for value in values)]
    return named(pairs[:most])
