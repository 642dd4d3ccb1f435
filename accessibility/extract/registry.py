"""Who knows how to take apart which block or model. Other rooms add theirs from ``AppConfig.ready()``."""

from collections.abc import Callable
from typing import Any

from accessibility.extract.tree import ContentTree, Place

#: Adds what ``value`` holds to the tree. ``value`` is a block's value or a model instance.
Extractor = Callable[[ContentTree, Any, Place], None]

_extractors: dict[type, Extractor] = {}


def register_extractor(kind: type, extractor: Extractor) -> None:
    """Use ``extractor`` for a block class or model and those derived from it; a second one is an error."""
    if _extractors.get(kind, extractor) is not extractor:
        raise ValueError(f"An extractor for {kind.__name__} exists already.")
    _extractors[kind] = extractor


def extractor_for(kind: type) -> Extractor | None:
    """Return the extractor of the nearest class, or None."""
    return next((_extractors[base] for base in kind.__mro__ if base in _extractors), None)
