"""New rules come over a site of 10,000 live pages: how long the nightly look at them takes, and what it asks for."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from wagtail.models import Page

from accessibility.extract import ContentTree
from accessibility.gate.invariants import TURN, check_in_turns
from accessibility.models import InvariantRun
from accessibility.rules import Fault, Rule, register_rule
from services.models import StandardPage
from tools.bench_documents.figures import Figure
from tools.bench_pages import made

COUNT = 10_000
#: A turn ends with the page that it looks at; the last one also writes the list of work.
OVER = 10.0


class NewRule(Rule):
    """A rule that came with an upgrade and that no page keeps."""

    id = "bench-new-rule"
    why = how = "It is only here to be measured."

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield one fault a page."""
        yield Fault(content.nodes[0].place, "Every page fails.")


def upgrade(_engines: list[str], _others: list[str]) -> list[Figure]:
    """Look at 10,000 live pages after an upgrade, turn by turn, as the worker does."""
    made.load()
    page = StandardPage.objects.filter(live=True).first()
    copies_of(page, COUNT)
    live = Page.objects.live().count()
    register_rule(NewRule)
    before, turns = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, []
    with counted() as queries:
        while not InvariantRun.objects.exists():
            started = time.perf_counter()
            check_in_turns()
            turns.append(time.perf_counter() - started)
    run = InvariantRun.objects.latest()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return [
        Figure("Upgrade over 10,000 live pages: taken down", 0, live - Page.objects.live().count(), live, at_most=True),
        Figure("Upgrade: listed as work", 1, len(run.misses), run.checked),
        Figure("Upgrade: longest turn of the worker", TURN + OVER, value=max(turns), unit=" s", at_most=True),
        Figure("Upgrade: all turns together", None, value=sum(turns), unit=" s", note=f"{len(turns)} turns"),
        Figure("Upgrade: queries a page", None, value=queries[0] / run.checked),
        Figure("Upgrade: memory grown", None, value=grown, unit=" MB"),
    ]


def copies_of(page: Any, count: int) -> None:
    """Store ``count`` live copies beside ``page``. Straight into the tables: saving each takes long."""
    parent = page.get_parent()
    first, model = parent.numchild + 1, type(page)
    base = Page.objects.get(pk=page.pk)
    rows = []
    for number in range(first, first + count):
        row = Page(**{field.attname: getattr(base, field.attname) for field in Page._meta.concrete_fields})
        row.pk, row.slug, row.title = None, f"copy-{number}", f"Copy {number}"
        row.path, row.url_path = (
            Page._get_path(parent.path, parent.depth + 1, number),
            f"{parent.url_path}copy-{number}/",
        )
        row.translation_key, row.numchild = Page._meta.get_field("translation_key").get_default(), 0
        row.latest_revision_id = row.live_revision_id = row.alias_of_id = None
        rows.append(row)
    Page.objects.bulk_create(rows, batch_size=500)
    Page.objects.filter(pk=parent.pk).update(numchild=first + count - 1)
    table, pointer = model._meta.db_table, "page_ptr_id"
    columns = ", ".join(field.column for field in model._meta.local_concrete_fields if field.column != pointer)
    pages = Page._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({pointer}, {columns}) SELECT {pages}.id, {columns} FROM {table}, {pages} "  # noqa: S608 - names of our own tables
            f"WHERE {table}.{pointer} = %s AND {pages}.slug LIKE 'copy-%%'",
            [page.pk],
        )


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the queries that are asked inside; the number stands in the list."""
    number = [0]

    def one_more(execute: Any, *arguments: Any) -> Any:
        number[0] += 1
        return execute(*arguments)

    with connection.execute_wrapper(one_more):
        yield number
