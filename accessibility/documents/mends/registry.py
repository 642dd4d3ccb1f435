"""All mends by format and rule."""

from typing import TypeVar

from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Mend, Mended, Wish
from accessibility.documents.sniff import identify
from accessibility.documents.wcag import RULES

M = TypeVar("M", bound=Mend)

_MENDS: dict[str, list[Mend]] = {}


def register(mend: type[M]) -> type[M]:
    """Class decorator: add a mend. Several classes may share an id, each for formats of its own.

    Raises ValueError on an unknown rule, or when two mends of one id claim a rule for one format.
    """
    instance = mend()
    for rule in instance.rules:
        if rule not in RULES:
            raise ValueError(f"{mend.__name__}: rule {rule} has no row in wcag.py")
        for other in _MENDS.get(instance.id, []):
            if rule in other.rules and set(other.kinds) & set(instance.kinds):
                raise ValueError(f"{mend.__name__}: {instance.id} already mends {rule} in one of these formats")
    _MENDS.setdefault(instance.id, []).append(instance)
    return mend


def mends_for(kind: Kind, rule: str) -> tuple[Mend, ...]:
    """Return the mends for findings of a rule in a format."""
    load()
    return tuple(mend for rows in _MENDS.values() for mend in rows if rule in mend.rules and kind in mend.kinds)


def apply(data: bytes, wish: Wish) -> Mended:
    """Return the mended file. Raises :class:`Refused` with the reason when it cannot be."""
    kind = identify(data)
    mend = next((one for one in mends_for(kind, wish.rule) if one.id == wish.mend), None)
    if mend is None:
        raise Refused("no_mend")
    mended = mend.apply(data, kind, wish)
    if not mended.changes or mended.data == data:
        raise Refused("nothing_to_mend")
    return mended


def load() -> None:
    """Import every module that registers mends."""
    from accessibility.documents.mends import odf, ooxml, pdf  # noqa: F401 - importing registers
