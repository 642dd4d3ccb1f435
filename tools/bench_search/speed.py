"""10,000 pages, one process, nothing cached: searches, suggestions, the rebuild, and the memory of a worker."""

import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import connection, transaction

from search.models import SearchEntry
from search.quality import labelled
from search.services import find, rebuild
from search.suggestions import suggestions
from services.models import ServicePage
from tools.bench_search.memory import of_a_web_process
from tools.bench_search.quality import DATA

PAGES = 10_000
#: Most milliseconds (95th percentile), seconds, megabytes.
MOST_SEARCH, MOST_SUGGEST, MOST_REBUILD, MOST_MEMORY = 50.0, 20.0, 180.0, 320.0


def run() -> int:
    """Measure and print; 1 where a target is missed."""
    call_command("load_service_list", str(DATA / "lgsl_services.csv"))
    grow()
    SearchEntry.objects.all().delete()
    started = time.monotonic()
    written = rebuild().written
    seconds = time.monotonic() - started
    queries = [case.query for case in labelled(DATA / "queries_public.tsv")]
    find("warm up", "en")
    search = percentile([milliseconds(find, query, "en") for query in queries])
    typed = [query[:length] for query in queries for length in (3, 6)]
    suggest = percentile([milliseconds(suggestions, text, "en") for text in typed])
    base = percentile([milliseconds(wagtails, query) for query in queries[:20]])
    rows = [
        ("search p95, ms", search, MOST_SEARCH),
        ("suggestions p95, ms", suggest, MOST_SUGGEST),
        ("rebuild, s", seconds, MOST_REBUILD),
        ("memory of a web process, MB", of_a_web_process(), MOST_MEMORY),
    ]
    print(f"\n{connection.vendor}, {written} entries; Wagtail's own search p95 {base:.0f} ms")
    for name, value, most in rows:
        print(f"{name:<30}{value:>9.1f}  at most {most:.0f}  {'ok' if value <= most else 'MISSED'}")
    return int(any(value > most for _name, value, most in rows))


@transaction.atomic
def grow() -> None:
    """Copy the services until there are PAGES, each with a number in its title, so that no two are the same."""
    sources = list(ServicePage.objects.order_by("pk"))
    area = sources[0].get_parent()
    for number in range(PAGES - len(sources)):
        source = sources[number % len(sources)]
        area.add_child(
            instance=ServicePage(
                title=f"{source.title} {number}",
                slug=f"copy-{number}",
                summary=source.summary,
                body=source.body,
                locale=source.locale,
            )
        )


def wagtails(query: str) -> list[ServicePage]:
    """Return what Wagtail's own search finds."""
    return list(ServicePage.objects.live().search(query)[:10])


def milliseconds(call: Callable[..., object], *arguments: str) -> float:
    """Return how long ``call`` takes."""
    started = time.perf_counter()
    call(*arguments)
    return (time.perf_counter() - started) * 1000


def percentile(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]
