"""Which rooms have demo content, and in which order it is loaded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from core.demo.context import DemoContext

#: Makes what is missing and changes nothing that is there.
Load = Callable[[DemoContext], None]


@dataclass(frozen=True)
class DemoLoader:
    """A room's loader and the names of those that must run before it."""

    name: str
    load: Load
    after: tuple[str, ...] = ()


_loaders: dict[str, DemoLoader] = {}


def register_demo(name: str, load: Load, *, after: Sequence[str] = ()) -> None:
    """Load a room's demo content after that of ``after``; a second loader of that name is a ValueError."""
    if name in _loaders:
        raise ValueError(f"Demo content named {name!r} exists already.")
    _loaders[name] = DemoLoader(name, load, tuple(after))


def ordered_loaders() -> list[DemoLoader]:
    """Return all loaders, each behind those it needs; a name nobody registered, or a circle, is a ValueError."""
    for loader in _loaders.values():
        unknown = [name for name in loader.after if name not in _loaders]
        if unknown:
            raise ValueError(f"The demo content {loader.name!r} needs {unknown[0]!r}, which nobody registered.")
    try:
        order = TopologicalSorter({loader.name: loader.after for loader in _loaders.values()}).static_order()
        return [_loaders[name] for name in order]
    except CycleError as error:
        raise ValueError(f"Demo contents need each other in a circle: {' > '.join(error.args[1])}.") from error
