"""500 ratings a second through HTTP on two workers, beside a view that does nothing in the same run."""

import os
from urllib.parse import urlencode

from tools.bench_insight.figure import at_least, under
from tools.bench_insight.serving import Client, Server, load, serving

#: Ratings a second, and milliseconds (95th percentile).
PROMISED_RATE, PROMISED_P95 = 500.0, 100.0
#: Ratings before the watch starts: both workers have everything loaded.
WARM = 200
FORM = "application/x-www-form-urlencoded"


def main() -> bool:
    """Print both figures; True when the promise is kept and each rating was stored once."""
    count = int(os.environ.get("RATINGS", "5000"))
    with serving() as server:
        page, proof = _page(server)
        body = urlencode({"page": page, "proof": proof, "answer": "yes", "useful": "yes", "value": "2"}).encode()

        def rate(client: Client, number: int) -> int:
            # Each comes from another network, so that none is a repeat of the one before.
            address = f"{11 + number // 65_536}.{number // 256 % 256}.{number % 256}.7"
            headers = {"Content-Type": FORM, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": address}
            return client.post("/feedback/", body, headers)

        def nothing(client: Client, _number: int) -> int:
            return client.post("/bench/bare/", body, {"Content-Type": FORM})

        load(server, 200, nothing)
        load(server, WARM, lambda client, number: rate(client, count + number))
        bare, bare_p95, _wrong = load(server, count, nothing)
        rated, p95, wrong = load(server, count, rate)
        stored = _stored(server, WARM)
    after = f"a bare view {bare:,.0f}/s, p95 {bare_p95:.0f} ms"
    print(f"\n{server.vendor}: {count:,} ratings through HTTP, 2 workers, 16 connections; wrong answers: {wrong}")
    kept = at_least(
        f"{server.vendor}: ratings stored", rated, PROMISED_RATE, "a second", f"{after} ({rated / bare:.2f})"
    )
    kept &= under(f"{server.vendor}: a rating, p95", p95, PROMISED_P95, beside=after)
    print(f"stored: {stored} (events, counted in the roll-ups)")
    return kept and not wrong and stored == f"{count} {count}"


_PAGE = """
from wagtail.models import Site
from insight.widget.tokens import render_proof
key = str(Site.objects.get(is_default_site=True).root_page.translation_key)
print(key, render_proof(key, None))
"""
_COUNT = """
from django.db.models import Sum
from insight.models import DailyRollup, Event
print(Event.objects.count(), DailyRollup.objects.aggregate(n=Sum("n"))["n"])
"""


def _page(server: Server) -> tuple[str, str]:
    key, proof = server.manage("shell", "--verbosity", "0", "--command", _PAGE).split()
    return key, proof


def _stored(server: Server, before: int = 0) -> str:
    """Return how many events are stored and how many are counted, without those from ``before``."""
    told = server.manage("shell", "--verbosity", "0", "--command", _COUNT).split()
    return " ".join(str(int(number) - before) for number in told)
