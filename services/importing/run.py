"""One run of an import: every item, the report, and what to print."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.urls import reverse
from wagtail.models import Page

from core.models import User
from core.services import write_csv
from services.importing.source import Broken, Item, read
from services.importing.store import Imported, key_of, store

HEAD = ("where", "result", "title", "page", "reading age", "what needs work")


@dataclass
class Run:
    """What happened: a row an item, and how many of each result."""

    rows: list[tuple[object, ...]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, item: Item | Broken, done: Imported | None, why: str = "") -> None:
        """Keep the outcome of an item."""
        result = "not imported" if done is None or done.page is None else "imported"
        if done is not None and done.there_already:
            result = "there already"
        self.counts[result] += 1
        page = done.page if done else None
        address = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
        work = [why] if why else (done.to_do if done else [])
        age = done.reading_age if done else None
        title = item.title if isinstance(item, Item) else ""
        self.rows.append((item.where, result, title, address, age, " ".join(work)))

    def write(self, report: Path) -> None:
        """Write the report, a row an item."""
        with report.open("w", encoding="utf-8", newline="") as file:
            write_csv([HEAD, *self.rows], file)


def import_all(source: Path, parent: Page, by: User, progress: Callable[[int, int], None]) -> Run:
    """Import every page of ``source`` under ``parent``; one that fails is named and the others go on."""
    items = list(_without_twins(read(source)))
    run = Run()
    for number, item in enumerate(items, 1):
        if isinstance(item, Broken):
            run.note(item, None, item.why)
        else:
            _one(run, item, parent, by)
        progress(number, len(items))
    return run


def _one(run: Run, item: Item, parent: Page, by: User) -> None:
    try:
        run.note(item, store(item, parent, by))
    except (ValidationError, DatabaseError, OSError, ValueError) as error:
        words = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        run.note(item, None, f"It could not be stored: {words}.")


def _without_twins(items: Iterator[Item | Broken]) -> Iterator[Item | Broken]:
    """Name the second item with an address that an earlier one has."""
    first: dict[object, str] = {}
    for item in items:
        if isinstance(item, Item):
            there = first.setdefault(key_of(item), item.where)
            if there != item.where:
                yield Broken(item.where, f"Its address is also that of {there}.")
                continue
        yield item
