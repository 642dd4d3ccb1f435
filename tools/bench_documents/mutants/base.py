"""What a mutator is, and the list of all of them by format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Mutate = Callable[[Any], bool]


@dataclass(frozen=True)
class Mutator:
    """``mutate`` edits an opened file and returns whether it could; any of ``rules`` reported is a hit."""

    name: str
    rules: tuple[str, ...]
    mutate: Mutate


MUTATORS: dict[str, list[Mutator]] = {"docx": [], "pptx": [], "xlsx": [], "odt": [], "pdf": []}


def injects(kind: str, *rules: str) -> Callable[[Mutate], Mutate]:
    """Register the function as a mutator of files of one format, under its own name."""

    def _register(mutate: Mutate) -> Mutate:
        MUTATORS[kind].append(Mutator(mutate.__name__.replace("_", " "), rules, mutate))
        return mutate

    return _register
