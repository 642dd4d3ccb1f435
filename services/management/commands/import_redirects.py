"""``manage.py import_redirects FILE.csv``: redirects from old addresses; loops and dead ends are refused."""

import csv
import io
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from services.dead_ends import DeadEndError, refuse_dead_end
from services.importing.letters import UnreadableError, text_of
from services.moved import LoopError, add_move

#: What Wagtail's table of redirects holds (letters).
LONGEST = 255


def text_in(file: Path) -> str:
    """Return the text of a file, or say what is wrong with it."""
    try:
        return text_of(file.read_bytes())
    except OSError:
        raise CommandError(f"There is no file {file} that can be read.") from None
    except UnreadableError as error:
        raise CommandError(str(error)) from None


def rows_of(rows: "csv.DictReader[str]") -> Iterator[dict[str, str] | str]:
    """Yield each row, and why it is none where it cannot be read."""
    try:
        names = rows.fieldnames or ()
    except csv.Error:
        names = ()
    if not {"old", "new"} <= {*names}:
        raise CommandError("The first row must name the columns old and new.")
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"It cannot be read: {error}."


@dataclass
class Outcome:
    """How many are stored; which of them lead to drafts, and what is wrong, each by the number of its line."""

    stored: int = 0
    drafts: dict[int, str] = field(default_factory=dict)
    wrong: dict[int, str] = field(default_factory=dict)


class Command(BaseCommand):
    """Each row stands by itself: one that is wrong is named by its line, the others are stored."""

    help = "Import redirects from a CSV file with the columns old and new. New is a page's path or a whole address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be stored and refused; store nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Store what is right, name what is not."""
        text = text_in(options["file"])
        with transaction.atomic() if options["dry_run"] else nullcontext():
            done = store_all(text, Site.objects.get(is_default_site=True))
            if options["dry_run"]:
                transaction.set_rollback(True)
        self.stdout.write(f"{done.stored} redirects {'would be' if options['dry_run'] else 'are'} stored.")
        if done.drafts:
            self.stdout.write("Residents are led on by these once the page is published:")
        for line, new in sorted(done.drafts.items()):
            self.stdout.write(f"line {line}: {new}")
        if done.wrong:
            raise CommandError(
                "\n".join(f"line {line}: {why}" for line, why in sorted(done.wrong.items())), returncode=1
            )


def store_all(text: str, site: Site) -> Outcome:
    """Store the rows of a file, those again that led nowhere for as long as others of the file come to be.

    A row may lead to the old address of one that stands below it.
    """
    done, rows = Outcome(), csv.DictReader(io.StringIO(text, newline=""))
    waiting: dict[int, dict[str, str]] = {}
    for row in rows_of(rows):
        if isinstance(row, str):
            done.wrong[rows.reader.line_num] = row
        else:
            waiting[rows.reader.line_num] = row
    before = -1
    while before != done.stored:
        before = done.stored
        waiting = {line: row for line, row in waiting.items() if not store(line, row, site, done)}
    return done


def store(line: int, row: dict[str, str], site: Site, done: Outcome) -> bool:
    """Store one row, or note why not. Return whether it is done with: what leads nowhere may lead somewhere later."""
    old, new = (row.get("old") or "").strip(), (row.get("new") or "").strip()
    page = page_at(new, site) if new.startswith("/") else None
    try:
        refuse_wrong(old, new)
        if page is None:
            refuse_dead_end(new, site)
        with transaction.atomic():
            add_move(old, page or new, site)
    except (DeadEndError, LoopError, RowError) as error:
        done.wrong[line] = str(error)
        return not isinstance(error, DeadEndError)
    except ValueError:
        done.wrong[line] = "One of these is no address."
        return True
    done.wrong.pop(line, None)
    done.stored += 1
    if page and not page.live:
        done.drafts[line] = new
    return True


class RowError(ValueError):
    """A row that holds no redirect."""


def refuse_wrong(old: str, new: str) -> None:
    """Raise RowError for what is no old address with a new one, or too long."""
    if not old.startswith("/") or not new.startswith(("/", "https://", "http://")):
        raise RowError("Old must begin with /, and new with / or https://.")
    if max(len(Redirect.normalise_path(old)), len(new)) > LONGEST:
        raise RowError(f"An address may have {LONGEST} letters.")


def page_at(path: str, site: Site) -> Page | None:
    """Return the page at a path of the site, live or a draft."""
    root, path = site.root_page.url_path, path.strip("/")
    page: Page | None = Page.objects.filter(url_path=f"{root}{path}/" if path else root).first()
    return page
