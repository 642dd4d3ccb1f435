"""``manage.py import_redirects FILE.csv``: redirects from old addresses; loops are refused."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

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


class Command(BaseCommand):
    """Each row stands by itself: one that is wrong is named by its line, the others are stored."""

    help = "Import redirects from a CSV file with the columns old and new. New is a page's path or a whole address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Store what is right, name what is not."""
        site = Site.objects.get(is_default_site=True)
        wrong, stored = [], 0
        rows = csv.DictReader(io.StringIO(text_in(options["file"]), newline=""))
        for row in rows_of(rows):
            why = row if isinstance(row, str) else self.store(row, site)
            stored += not why
            wrong += [f"line {rows.reader.line_num}: {why}"] if why else []
        self.stdout.write(f"{stored} redirects are stored.")
        if wrong:
            raise CommandError("\n".join(wrong), returncode=1)

    def store(self, row: dict[str, str], site: Site) -> str:
        """Store one row; return why not, in words, or nothing."""
        old, new = (row.get("old") or "").strip(), (row.get("new") or "").strip()
        if not old.startswith("/") or not new.startswith(("/", "https://", "http://")):
            return "Old must begin with /, and new with / or https://."
        path = new.strip("/")
        root = site.root_page.url_path
        page = Page.objects.filter(url_path=f"{root}{path}/" if path else root).first() if new[0] == "/" else None
        try:
            if max(len(Redirect.normalise_path(old)), len(new)) > LONGEST:
                return f"An address may have {LONGEST} letters."
            with transaction.atomic():
                add_move(old, page or new, site)
        except LoopError as error:
            return str(error)
        except ValueError:
            return "One of these is no address."
        return ""
