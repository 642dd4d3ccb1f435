"""The measuring itself."""

import gzip
import re
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from core.demo.context import DemoContext
from core.demo.loader import load as load_core
from home.demo.loader import load_home, load_standard
from library.demo.loader import load as load_library
from services.demo.loader import load as load_services
from tools.bench_service_page.baseline import serve

ADDRESS = "/bins-and-recycling/report-a-missed-bin/"
SIZES = (100, 10_000)
ROUNDS = 30
MOST_QUERIES, MOST_BYTES = 12, 30 * 1024


def run() -> int:
    """Measure, print, and return 1 where a target is missed."""
    for load in (load_core, load_library, load_standard, load_services, load_home):
        load(DemoContext())
    client, counts = Client(), []
    print(f"{connection.vendor}, {ADDRESS}, median of {ROUNDS} requests in one process")
    print(f"{'pages':>8}{'queries':>10}{'with nothing kept':>20}{'ms':>8}{'plain Wagtail: queries':>26}{'ms':>8}")
    for size in SIZES:
        grow(size)
        client.get(ADDRESS)
        warm = queries(lambda: client.get(ADDRESS))
        cold = queries(lambda: cold_get(client))
        base = queries(lambda: serve(ADDRESS))
        ours, plain = milliseconds(lambda: client.get(ADDRESS)), milliseconds(lambda: serve(ADDRESS))
        print(f"{Page.objects.count():>8}{warm:>10}{cold:>20}{ours:>8.1f}{base:>26}{plain:>8.1f}")
        counts.append((warm, cold))
    weight = first_view(client)
    print(f"HTML, CSS and JavaScript of a first view: {weight / 1024:.1f} KB compressed, at most {MOST_BYTES // 1024}")
    missed = late(counts) or weight > MOST_BYTES
    print("MISSED" if missed else "All targets are reached.")
    return int(missed)


def late(counts: list[tuple[int, int]]) -> bool:
    """Return whether a page asks too much, given its queries (warm, with nothing kept) at each size."""
    return len(set(counts)) > 1 or any(max(pair) > MOST_QUERIES for pair in counts)


def cold_get(client: Client, address: str = ADDRESS) -> Any:
    """Ask for a page after everything that is kept for some seconds was forgotten."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    return client.get(address)


def grow(size: int) -> None:
    """Put plain pages under the page's own area until the tree has ``size`` pages."""
    area = Page.objects.get(slug="bins-and-recycling", depth=3, locale__language_code="en")
    last = area.get_last_child()
    missing, path = size - Page.objects.count(), last.path
    rows = []
    for number in range(max(missing, 0)):
        path = Page(path=path)._inc_path()
        slug = f"filler-{size}-{number}"
        row = Page(title=slug, slug=slug, path=path, depth=area.depth + 1, url_path=f"{area.url_path}{slug}/")
        row.locale_id, row.content_type_id, row.draft_title = area.locale_id, last.content_type_id, slug
        rows.append(row)
    Page.objects.bulk_create(rows, batch_size=500)
    Page.objects.filter(pk=area.pk).update(numchild=area.numchild + len(rows))


def queries(call: Callable[[], Any]) -> int:
    """Return how often a call asks the database; it must succeed."""
    with CaptureQueriesContext(connection) as asked:
        response = call()
    if response.status_code != 200:
        raise RuntimeError(f"The page answered {response.status_code}.")
    return len(asked)


def milliseconds(call: Callable[[], Any]) -> float:
    """Return the median time of a call."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def first_view(client: Client) -> int:
    """Return the compressed bytes of the page with its styles and script."""
    html = client.get(ADDRESS).content
    brand = client.get(re.search(rb"/brand/[0-9a-f]+\.css", html)[0].decode()).content  # type: ignore[index] # on every page
    built = settings.BASE_DIR / "assets" / "dist"
    parts = [html, brand, *((built / name).read_bytes() for name in ("site.css", "site.js"))]
    return sum(len(gzip.compress(part, 9)) for part in parts)
