"""A model of names that an operator supplies: none comes with the product, and none is needed.

The variable ``WAYMARK_NAME_MODEL`` names it as ``package.module:factory``; the factory takes nothing and returns a
:class:`NameModel`. What it finds is taken out beside what the patterns find, but never a street or ward of the
gazetteer: models of English names take those for people.
"""

import importlib
import logging
import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from insight.privacy.tokens import places, split

VARIABLE = "WAYMARK_NAME_MODEL"
logger = logging.getLogger(__name__)


class NameModel(Protocol):
    """Finds names of people. It may be called from several threads at once."""

    def names(self, text: str) -> Iterable[tuple[int, int]]:
        """Return (start, end) of each name: code points of ``text``, ``end`` is the first one after it."""


class NameModelError(RuntimeError):
    """The variable names something that cannot be used; the message says why."""


@cache
def model() -> NameModel | None:
    """Return the operator's model, None where none is named. Raises NameModelError."""
    named = os.environ.get(VARIABLE, "").strip()
    if not named:
        return None
    module, _colon, factory = named.partition(":")
    try:
        found: NameModel = getattr(importlib.import_module(module), factory)()
        list(found.names("Spoke to Sarah Tolland."))
    except Exception as error:
        raise NameModelError(f"{VARIABLE}={named} gives no model of names: {error!r}") from error
    return found


def model_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield what the model finds; nothing without one. A model that fails costs its names, never the comment."""
    try:
        supplied = model()
        told = [] if supplied is None else sorted(supplied.names(text))
    except Exception as error:  # noqa: BLE001 - somebody else's code
        # Only the kind of error: its message may hold the text.
        logger.error("The model of names failed: %s", type(error).__name__)  # noqa: TRY400 - no traceback, for the same reason
        return
    yield from (pair for pair in told if 0 <= pair[0] < pair[1] <= len(text) and not _is_place(text, *pair))


def _is_place(text: str, start: int, end: int) -> bool:
    """Return whether every word of the span names a street, a building or an area."""
    listed = split(text)
    closed = places(listed)
    inside = [at for at, word in enumerate(listed) if word.start < end and start < word.end]
    return bool(inside) and all(at in closed for at in inside)
