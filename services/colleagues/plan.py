"""What an import would change, and doing it. Nothing is stored while it is only looked at."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from core.models import User
from core.services import record_event
from services.colleagues.table import NEEDED, Table
from services.models import Colleague


@dataclass(frozen=True)
class Change:
    """A known colleague with what differs: (field's name, before, after). ``returns`` is one who was marked as left."""

    row: Colleague
    fields: list[tuple[str, str, str]]
    returns: bool


@dataclass
class Plan:
    """Everything that would happen. ``kept_back`` says why nobody is marked as left though that was asked for."""

    new: list[Colleague] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    leavers: list[Colleague] = field(default_factory=list)
    same: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    kept_back: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing would change."""
        return not (self.new or self.changed or self.leavers)

    @property
    def mark(self) -> str:
        """A fingerprint: somebody agrees to this plan and to no other."""
        parts = [[_values(row) for row in self.new], [(_values(each.row), each.fields) for each in self.changed]]
        whole = repr([*parts, [row.reference for row in self.leavers], self.broken])
        return hashlib.sha256(whole.encode()).hexdigest()


def plan_for(table: Table, *, everybody: bool) -> Plan:
    """Compare a table with what is stored; ``everybody`` marks those who are not in it as leavers."""
    known = {row.reference: row for row in Colleague.objects.all()}
    plan = Plan(broken=list(table.broken), passed_over=table.passed_over)
    seen: dict[str, int] = {}
    for line, cells in table.rows:
        why = _fault(cells, seen)
        if cells["reference"]:
            seen.setdefault(cells["reference"], line)
        row = known.get(cells["reference"]) or Colleague(reference=cells["reference"])
        why = why or _sort_in(plan, row, cells)
        if why:
            plan.broken.append((line, why))
    plan.broken.sort()
    if everybody:
        _leave(plan, [row for row in known.values() if row.left_on is None and row.reference not in seen], table)
    return plan


def carry_out(plan: Plan, actor: User) -> None:
    """Store the plan, all of it or nothing, and write down who did it."""
    today = timezone.localdate()
    with transaction.atomic():
        for row in [*plan.new, *(change.row for change in plan.changed)]:
            row.save()
        references = [row.reference for row in plan.leavers]
        Colleague.objects.filter(reference__in=references).update(left_on=today)
        counts = f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.leavers)} left"
        record_event(verb="colleagues.import", obj=f"services.colleague:{counts}", actor=actor)


def _fault(cells: dict[str, str], seen: dict[str, int]) -> str:
    missing = [name for name in NEEDED if not cells[name]]
    if missing:
        return f"There is no {missing[0]}."
    if cells["reference"] in seen:
        return f"The reference {cells['reference']} stands in line {seen[cells['reference']]} already."
    return ""


def _sort_in(plan: Plan, row: Colleague, cells: dict[str, str]) -> str:
    """Put a row where it belongs; return what is wrong with it, or nothing."""
    before = {name: getattr(row, name) for name in cells}
    for name, value in cells.items():
        setattr(row, name, value)
    try:
        row.clean_fields()
    except ValidationError as error:
        return " ".join(f"{name}: {' '.join(words)}" for name, words in error.message_dict.items())
    if row.pk is None:
        plan.new.append(row)
        return ""
    differs = [(name, before[name], value) for name, value in cells.items() if before[name] != value]
    returns, row.left_on = row.left_on is not None, None
    if differs or returns:
        plan.changed.append(Change(row, differs, returns))
    else:
        plan.same += 1
    return ""


def _leave(plan: Plan, missing: list[Colleague], table: Table) -> None:
    """Mark who is missing, unless a line that cannot be read may be theirs."""
    if table.broken or any(not cells["reference"] for _line, cells in table.rows):
        plan.kept_back = "Nobody is marked as left, since a line that cannot be read may be theirs. Mend it first."
    elif not table.rows:
        plan.kept_back = "Nobody is marked as left, since the file names nobody."
    else:
        plan.leavers = missing


def _values(row: Colleague) -> list[Any]:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]
