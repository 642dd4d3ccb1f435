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
    """A known colleague with what differs: (field's name, before, after). ``returns`` is one who was marked as left.

    ``by_hand`` names those of the fields whose value before somebody had written by hand.
    """

    row: Colleague
    fields: list[tuple[str, str, str]]
    returns: bool
    by_hand: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Kept:
    """What somebody wrote by hand and stays, although the file says otherwise.

    ``name`` is a column; ``left_on`` where the file has somebody who was marked as left by hand; ``reference`` where
    it lacks somebody who was added or brought back by hand.
    """

    row: Colleague
    name: str
    ours: str = ""
    theirs: str = ""


@dataclass
class Plan:
    """Everything that would happen. ``kept_back`` says why nobody is marked as left though that was asked for.

    ``caught_up`` are rows of which the file now says what somebody had written by hand: the next file may change it.
    """

    new: list[Colleague] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    leavers: list[Colleague] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    caught_up: list[Colleague] = field(default_factory=list)
    same: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    kept_back: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing would change."""
        return not (self.new or self.changed or self.leavers or self.caught_up)

    @property
    def mark(self) -> str:
        """A fingerprint: somebody agrees to this plan and to no other."""
        parts = [[_values(row) for row in self.new], [(_values(each.row), each.fields) for each in self.changed]]
        kept = [(each.row.reference, each.name, each.ours, each.theirs) for each in self.kept]
        caught_up = [_values(row) for row in self.caught_up]
        whole = repr([*parts, [row.reference for row in self.leavers], self.broken, kept, caught_up])
        return hashlib.sha256(whole.encode()).hexdigest()


def plan_for(table: Table, *, everybody: bool, overwrite: bool = False) -> Plan:
    """Compare a table with what is stored; ``everybody`` marks those who are not in it as leavers.

    What somebody wrote by hand stays, and the plan says so, unless ``overwrite`` lets the file have its way.
    """
    known = {row.reference: row for row in Colleague.objects.all()}
    plan = Plan(broken=list(table.broken), passed_over=table.passed_over)
    seen: dict[str, int] = {}
    for line, cells in table.rows:
        why = _fault(cells, seen)
        if cells["reference"]:
            seen.setdefault(cells["reference"], line)
        row = known.get(cells["reference"]) or Colleague(reference=cells["reference"])
        why = why or _sort_in(plan, row, cells, overwrite=overwrite)
        if why:
            plan.broken.append((line, why))
    plan.broken.sort()
    if everybody:
        missing = [row for row in known.values() if row.left_on is None and row.reference not in seen]
        _leave(plan, missing, table, overwrite=overwrite)
    return plan


def carry_out(plan: Plan, actor: User) -> None:
    """Store the plan, all of it or nothing, and write down who did it."""
    today = timezone.localdate()
    with transaction.atomic():
        for row in [*plan.new, *(change.row for change in plan.changed), *plan.caught_up]:
            row.save()
        for row in plan.leavers:
            row.left_on, row.by_hand = today, [name for name in row.hand if name not in ("reference", "left_on")]
            row.save()
        counts = f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.leavers)} left"
        record_event(verb="colleagues.import", obj=f"services.colleague:{counts}", actor=actor)


def _fault(cells: dict[str, str], seen: dict[str, int]) -> str:
    missing = [name for name in NEEDED if not cells[name]]
    if missing:
        return f"There is no {missing[0]}."
    if cells["reference"] in seen:
        return f"The reference {cells['reference']} stands in line {seen[cells['reference']]} already."
    return ""


def _sort_in(plan: Plan, row: Colleague, cells: dict[str, str], *, overwrite: bool) -> str:
    """Put a row where it belongs; return what is wrong with it, or nothing."""
    before, hand = {name: getattr(row, name) for name in cells}, set() if overwrite else {*row.hand}
    kept = [
        Kept(row, name, before[name], cells[name]) for name in cells if name in hand and before[name] != cells[name]
    ]
    for name, value in cells.items():
        setattr(row, name, value)
    try:
        row.clean_fields()
    except ValidationError as error:
        return " ".join(f"{name}: {' '.join(words)}" for name, words in error.message_dict.items())
    if row.pk is None:
        plan.new.append(row)
        return ""
    for each in kept:
        setattr(row, each.name, each.ours)
    _compare(plan, row, before, kept, marked_by_hand="left_on" in hand)
    return ""


def _compare(plan: Plan, row: Colleague, before: dict[str, str], kept: list[Kept], *, marked_by_hand: bool) -> None:
    """Enter a known row as changed, as before, or as one that the file has caught up with."""
    differs = [(name, value, getattr(row, name)) for name, value in before.items() if value != getattr(row, name)]
    if row.left_on and marked_by_hand:
        kept = [*kept, Kept(row, "left_on", str(row.left_on))]
    returns = row.left_on is not None and not marked_by_hand
    if returns:
        row.left_on = None
    was = row.hand
    row.by_hand = [name for name in was if name in {each.name for each in kept} or name not in {*before, "left_on"}]
    plan.kept += kept
    if differs or returns:
        names = [name for name, _old, _new in differs] + ["left_on"] * returns
        plan.changed.append(Change(row, differs, returns, [name for name in names if name in was]))
        return
    plan.same += 1
    if row.hand != was:
        plan.caught_up.append(row)


def _leave(plan: Plan, missing: list[Colleague], table: Table, *, overwrite: bool) -> None:
    """Mark who is missing, unless a line that cannot be read may be theirs or somebody put them there by hand."""
    if table.broken or any(not cells["reference"] for _line, cells in table.rows):
        plan.kept_back = "Nobody is marked as left, since a line that cannot be read may be theirs. Mend it first."
    elif not table.rows:
        plan.kept_back = "Nobody is marked as left, since the file names nobody."
    else:
        by_hand = [row for row in missing if not overwrite and {"reference", "left_on"} & {*row.hand}]
        plan.kept += [Kept(row, "reference") for row in by_hand]
        plan.leavers = [row for row in missing if row not in by_hand]


def _values(row: Colleague) -> list[Any]:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]
