"""``manage.py import_pages FILE.csv|DIR``: the pages of an existing site as drafts."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Page, Site

from core.models import User
from services.importing.run import import_all
from services.models import PublicationPage, StandardPage

WIDTH = 30


class Command(BaseCommand):
    """Imports pages; a second run repeats nothing. Ends with 1 where something was not imported."""

    help = (
        "Import pages as drafts: a CSV file (title, address, html or markdown, summary, owner, review_on) or a folder "
        "of Markdown, HTML and Word files. Safe to run again: what is there is left as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the source, where to put the pages, who imports, and where the report goes."""
        parser.add_argument("source", type=Path, help="a CSV file or a folder")
        parser.add_argument("--parent", default="/", help="address of the page to put them under, such as /housing/")
        parser.add_argument("--user", help="user name of who imports (default: the first administrator)")
        parser.add_argument("--report", type=Path, help="CSV file for the report (default: import-report.csv)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, then say what became of each and what needs work."""
        source: Path = options["source"]
        if not source.exists():
            raise CommandError(f"There is no file or folder {source}.")
        parent, by = self.parent(options["parent"]), self.user(options["user"])
        report: Path = options["report"] or Path("import-report.csv")
        run = import_all(source, parent, by, self.progress)
        run.write(report)
        for result, count in sorted(run.counts.items()):
            self.stdout.write(f"{result}: {count}")
        for row in run.rows:
            if row[1] == "not imported":
                self.stdout.write(f"{row[0]}: {row[-1]}")
        self.stdout.write(f"What each page needs stands in {report}.")
        if run.counts["not imported"]:
            raise CommandError("Some pages were not imported. Mend them and run this again.", returncode=1)

    def parent(self, address: str) -> Page:
        """Return the page at an address of the default site; CommandError where no page may stand under it."""
        root = Site.objects.get(is_default_site=True).root_page
        path = address.strip("/")
        page = Page.objects.filter(url_path=f"{root.url_path}{path}/" if path else root.url_path).first()
        if page is None:
            raise CommandError(f"There is no page at {address}.")
        kinds = (StandardPage, PublicationPage)
        if not all(page.specific_class in kind.allowed_parent_page_models() for kind in kinds):
            raise CommandError(f"No pages of information may stand under “{page.title}”. Choose another --parent.")
        return page

    def user(self, name: str | None) -> User:
        """Return who imports."""
        people = User.objects.filter(is_active=True).order_by("pk")
        person = people.filter(username=name).first() if name else people.filter(is_superuser=True).first()
        if person is None:
            raise CommandError(f"There is no user {name}." if name else "There is no administrator. Give a --user.")
        return person

    def progress(self, done: int, count: int) -> None:
        """Draw the bar where a person watches."""
        if self.stderr.isatty():
            filled = WIDTH * done // count
            bar = "#" * filled + "." * (WIDTH - filled)
            self.stderr.write(f"\r[{bar}] {done} of {count}", ending="\n" if done == count else "")
