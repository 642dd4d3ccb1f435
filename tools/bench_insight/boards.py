"""Each board on ten million events, beside a bare query to the same roll-ups; and an analyst's question in DuckDB."""

import os
import sys
import tempfile
from pathlib import Path

from tools.bench_insight.figure import under
from tools.bench_insight.scratch import once, percentile, scratch

PROMISED_P95, PROMISED_ASK = 300.0, 1_000.0
QUESTION = """
SELECT service, date_trunc('month', day) AS month, sum(r4 + r5) * 100.0 / sum(n) AS satisfied
FROM daily WHERE series = 'form-end/1' GROUP BY 1, 2 ORDER BY 1, 2
"""


def main() -> bool:
    """Set a scratch database up, measure, take it down."""
    with scratch() as vendor:
        return measure(vendor, int(os.environ.get("EVENTS", "10000000")))


def measure(vendor: str, events: int) -> bool:
    """Print the table; True when every board and the question keep what is promised."""
    from insight.models import DailyRollup
    from tools.bench_insight.grown import grow

    made = once(lambda: grow(events)) / 1_000
    print(f"\n{vendor}: {events:,} events, {DailyRollup.objects.count():,} roll-ups, made in {made:.0f} s", flush=True)
    client = _staff()
    bare = f"bare query {percentile(_bare):,.1f} ms, events {once(_raw):,.0f} ms"
    kept = True
    for address in _addresses():
        p95 = percentile(lambda address=address: _get(client, address))  # type: ignore[misc] # bound now
        kept &= under(f"{vendor}: {address}, p95", p95, PROMISED_P95, beside=bare)
    return _asked(vendor) and kept


def _addresses() -> list[str]:
    names = ("forms/", "forms/form-3/1/", "my-pages/", "channels/", "searches/", "targets/", "services/service-1/")
    return [*(f"/admin/insight/{name}" for name in names), "/feedback/performance/"]


def _staff() -> object:
    """Return a client of somebody who may see every board, on a site with one service area and forms."""
    from django.test import Client
    from wagtail.models import Page, Site

    from core.models import User
    from insight.dashboards import guide
    from insight.dashboards.guide import FormGuide, StepGuide

    home = Site.objects.get(is_default_site=True).root_page
    area = home.add_child(instance=Page(title="Service 1", slug="service-1", locale=home.locale))
    for number in range(30):
        area.add_child(instance=Page(title=f"Page {number}", slug=f"page-{number}", locale=home.locale))
    running = [FormGuide(f"form-{n}", 1, f"Form {n}", f"service-{n % 12}") for n in range(40)]
    steps = [StepGuide(f"step-{n}", f"Step {n}") for n in range(4)]
    guide._told[:] = [(lambda: running, lambda _slug, _number: steps)]
    client = Client()
    client.force_login(User.objects.create_superuser("bench", password=None))
    return client


def _get(client: object, address: str) -> None:
    answer = client.get(address)  # type: ignore[attr-defined] # Django is imported late
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}")


def _bare() -> None:
    _sum("SELECT sum(n), sum(r4 + r5) FROM insight_dailyrollup WHERE question = 'form-end/1' AND day >= %s")


def _raw() -> None:
    _sum("SELECT count(*) FROM insight_event WHERE type = 'form-end/1' AND time >= %s")


def _sum(statement: str) -> None:
    from django.db import connection

    from insight.dashboards.read import since

    with connection.cursor() as cursor:
        cursor.execute(statement, [since()])
        cursor.fetchall()


def _asked(vendor: str) -> bool:
    """Export and ask; True when the answer came in time."""
    from insight.exports.ask import ask
    from insight.exports.write import export

    with tempfile.TemporaryDirectory() as folder:
        exported = once(lambda: export(Path(folder))) / 1_000
        asked = once(lambda: ask(QUESTION, Path(folder)))
    return under(f"{vendor}: an ad hoc question in DuckDB", asked, PROMISED_ASK, beside=f"exported in {exported:.1f} s")
