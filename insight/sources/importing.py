"""Import a file: what is new is stored, what is known changes nothing, what cannot be used is told by line."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from insight.models import Event, ImportBatch
from insight.recording import schemas
from insight.recording.store import Fact, record_each
from insight.sources.cells import RowError
from insight.sources.rows import facts_of, headings_of
from insight.sources.shapes import SHAPES
from insight.sources.table import Table, TableError, read

#: Facts that are stored in one transaction.
CHUNK = 200
CUT = "The last row has no line end: the file may be cut off. Compare its last row with the system it comes from."


@dataclass
class Report:
    """What an import did, or would do. ``rejected`` holds (line, why); such rows were left out, the others not.

    ``warning`` says what looks wrong with the file as a whole; empty where nothing does.
    """

    kind: str
    encoding: str
    rows: int = 0
    new: int = 0
    known: int = 0
    rejected: list[tuple[int, str]] = field(default_factory=list)
    warning: str = ""


def import_file(kind: str, content: bytes, *, name: str = "", dry_run: bool = False) -> Report:
    """Import the CSV file ``content`` as ``kind`` (see ``SHAPES``) and return what happened.

    With ``dry_run`` nothing is written. Raises TableError when nothing of the file can be read.
    """
    shape = SHAPES[kind]
    table = read(content)
    try:
        headings = headings_of(shape, table.headings)
    except RowError as error:
        raise TableError(str(error)) from error
    report = Report(kind, table.encoding, warning=CUT if table.cut else "")
    source = f"/imports/{kind}"
    told: dict[str, int] = {}
    chunk: list[tuple[int, Fact]] = []
    for line, fact in _facts(table, kind, headings, source, report):
        if fact.event_id in told:
            report.rejected.append((line, f"The same as line {told[fact.event_id]}."))
            continue
        told[fact.event_id] = line
        chunk.append((line, fact))
        if len(chunk) >= CHUNK:
            _take(chunk, report, dry_run=dry_run)
            chunk = []
    _take(chunk, report, dry_run=dry_run)
    report.rejected.sort()
    if not dry_run:
        ImportBatch.objects.create(
            kind=kind, name=name[:160], digest=hashlib.sha256(content).hexdigest(), rows=report.rows, new=report.new,
            known=report.known, rejected=len(report.rejected),
        )  # fmt: skip
    return report


def _facts(
    table: Table, kind: str, headings: dict[str, str], source: str, report: Report
) -> Iterator[tuple[int, Fact]]:
    shape = SHAPES[kind]
    for row in table.rows():
        report.rows += 1
        if row.fault:
            report.rejected.append((row.line, row.fault))
            continue
        try:
            facts = facts_of(shape, {name: row.cells[heading] for name, heading in headings.items()}, source)
            faults = [schemas.fault(fact.name, fact.version, fact.data) for fact in facts]
        except RowError as error:
            report.rejected.append((row.line, str(error)))
            continue
        if any(faults):
            report.rejected.append((row.line, f"The row does not fit its schema ({next(filter(None, faults))})."))
            continue
        yield from ((row.line, fact) for fact in facts)


def _take(chunk: list[tuple[int, Fact]], report: Report, *, dry_run: bool) -> None:
    """Store what is new of ``chunk``, all together; what is stored with other values is told and stays as it is."""
    ids = [fact.event_id for _line, fact in chunk]
    stored = dict(Event.objects.filter(event_id__in=ids).values_list("event_id", "data"))
    for line, fact in chunk:
        if fact.event_id not in stored:
            continue
        if stored[fact.event_id] == fact.data:
            report.known += 1
            continue
        changed = sorted(_changed(stored[fact.event_id], fact.data))
        report.rejected.append((line, f"Stored before with another {', '.join(changed)}; it stays as it was."))
    fresh = [(line, fact) for line, fact in chunk if fact.event_id not in stored]
    outcomes = ["stored"] * len(fresh) if dry_run else record_each([fact for _line, fact in fresh])
    for (line, _fact), outcome in zip(fresh, outcomes, strict=True):
        if outcome == "failed":
            report.rejected.append((line, "The row could not be stored. Import the file again."))
        else:
            report.new += 1


def _changed(before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}
