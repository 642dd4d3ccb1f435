"""A measured figure with its target, the figures of others beside it, and the table that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """``hits`` of ``total`` (or a plain ``value`` with ``unit``) that should be at least, or ``at_most``, ``target``.

    ``beside`` maps another checker's name to its figure in words; ``note`` says what the figure rests on.
    """

    name: str
    target: float | None
    hits: int = 0
    total: int = 0
    value: float | None = None
    unit: str = ""
    at_most: bool = False
    beside: dict[str, str] = field(default_factory=dict)
    note: str = ""

    @property
    def measured(self) -> float | None:
        """Return the figure itself, or None when there was nothing to measure."""
        if self.value is not None:
            return self.value
        return self.hits / self.total if self.total else None

    @property
    def reached(self) -> bool:
        """Return whether the target holds; what was not measured does not hold."""
        if self.target is None:
            return True
        if self.measured is None:
            return False
        return self.measured <= self.target if self.at_most else self.measured >= self.target

    def __str__(self) -> str:
        """Return one line of the table."""
        shown = "not measured" if self.measured is None else f"{self.measured:.3f}{self.unit}"
        count = f" ({self.hits}/{self.total})" if self.total else ""
        sign = "<=" if self.at_most else ">="
        target = "" if self.target is None else f"  target {sign} {self.target:g}{self.unit}"
        mark = "  " if self.reached else "X "
        lines = [f"{mark}{self.name:<52} {shown}{count}{target}"]
        lines += [f"      {tool}: {figure}" for tool, figure in self.beside.items()]
        lines += [f"      ({self.note})"] if self.note else []
        return "\n".join(lines)


def rate(hits: int, total: int) -> str:
    """Return ``hits`` of ``total`` as others' figures are shown."""
    return f"{hits / total:.3f} ({hits}/{total})" if total else "-"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` (0 to 1) of ``values`` lie, nearest rank; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
