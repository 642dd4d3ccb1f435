"""``make bench-outage``: one worker and 1,000 requests that waited for a receiver, beside the same posts sent bare."""

import argparse
import json
import os
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from tools.bench_forms import make, steps
from tools.bench_inbox import own_database
from tools.bench_kill.receiver import Receiver, receiving

if TYPE_CHECKING:
    from forms.models import Connection, FormVersion

#: Seconds from the moment that the receiver is back until all arrived, as issue 6 asks.
TARGET = 600
#: The waits of the outbox after its first steps: without the rule, the last row would wait about so long.
WITHOUT = "6 hours"


def wait_for_it(version: "FormVersion", connection: "Connection", count: int) -> None:
    """Store requests as days of outage leave them: each tried often, due within six hours, the first of them soon."""
    from django.utils import timezone

    from forms.delivery.references import new_reference
    from forms.models import Connection, Delivery, Submission

    now = timezone.now()
    for number in range(count):
        case = Submission(version=version, reference=new_reference(), locale="en", due_on=now.date())
        case.seal_content({"answers": {"q0": f"Words of resident {number}"}})
        case.save()
        Delivery.objects.create(
            submission=case,
            connector=connection.key,
            idempotency_key=f"{case.pk}:{connection.key}",
            attempts=20,
            due_at=now + number * timedelta(hours=6) / count,
            last_error="http:503",
        )
    Connection.objects.filter(pk=connection.pk).update(last_failure_at=now, last_code="http:503")


def bare(address: str, count: int) -> float:
    """Return the seconds of as many posts of one envelope by one client that stores nothing: the baseline."""
    import requests

    from forms.delivery.envelope import envelope_of
    from forms.models import Submission

    body = json.dumps({"type": "bare", "data": envelope_of(Submission.objects.first())}).encode()  # type: ignore[arg-type] # there is one
    started = time.monotonic()
    with requests.Session() as session:
        for number in range(count):
            session.post(address, data=body, headers={"webhook-id": f"bare-{number}"}, timeout=30).raise_for_status()
    return time.monotonic() - started


def drain(receiver: Receiver, count: int) -> float:
    """Run one worker, as ``run_worker`` does, until the receiver has all; return the seconds."""
    from core.schedule.worker import INTERVAL_SECONDS, Loop

    loop, started = Loop(), time.monotonic()
    while len(receiver.seen) < count and time.monotonic() - started < 2 * TARGET:
        loop.once()
        time.sleep(INTERVAL_SECONDS)
    return time.monotonic() - started


def run(count: int) -> int:
    """Print the figures as one line of JSON; 1 when the backlog took too long, or something came twice or not."""
    from django.conf import settings
    from django.db import connection as database

    from forms.models import Connection, Delivery, FormVersion

    with receiving() as receiver:
        settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [receiver.host]
        settings.WAYMARK_CONNECTOR_SECRETS = {"hook": "whsec_c2VjcmV0LW9mLWEtYmVuY2htYXJr"}
        make("bench", steps()[:1]).save_revision().publish()
        hook = Connection(key="bench", name="Bench", connector="webhook", secret="hook")  # noqa: S106 - the name of a secret
        hook.options = {"url": f"http://{receiver.host}/in"}
        hook.save()
        wait_for_it(FormVersion.objects.get(), hook, count)
        plain = bare(hook.options["url"], count)
        receiver.seen.clear()
        receiver.about.clear()
        load = os.getloadavg()[0]
        seconds = drain(receiver, count)
        row = {
            "database": database.vendor,
            "backlog": count,
            "drained_after_seconds": round(seconds, 1),
            "bare_posts_seconds": round(plain, 1),
            "without_the_rule": WITHOUT,
            "undelivered": Delivery.objects.filter(delivered_at=None).count(),
            "under_two_keys": receiver.doubles,
            "repeats_of_a_key": receiver.repeats,
            "load": round(load, 1),
        }
    print(json.dumps(row), flush=True)
    return int(seconds > TARGET or bool(row["undelivered"] or row["under_two_keys"] or row["repeats_of_a_key"]))


def main() -> int:
    """Run on a database of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    options = parser.parse_args()
    with own_database():
        return run(options.count)


if __name__ == "__main__":
    sys.exit(main())
