"""Run the benchmark on SQLite and on PostgreSQL, print one line of JSON for each, and fail on any loss."""

import argparse
import contextlib
import json
import secrets
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.servers.postgresql import postgresql
from tests.servers.processes import free_port
from tools.bench_kill.receiver import Receiver, receiving
from tools.bench_kill.residents import Sent, race, send_many
from tools.bench_kill.site import Site

RACERS = 24
#: After the last submission everything waiting must have arrived within this (seconds): leases of the dead run out.
DRAIN = 900
#: So many are sent while the receiver is away, and must arrive within so many seconds when it is back.
BACKLOG, BACKLOG_SECONDS = 1_000, 600


@contextlib.contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Yield the address of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'bench.sqlite3'}"
    else:
        with postgresql() as address:
            yield address


def kill_at_random(site: Site, sent: Sent, count: int, kills: int, over: threading.Event) -> None:
    """Kill something each time that a random number of residents has been told that we have it."""
    moments = sorted((0.02 + secrets.randbelow(930) / 1000) * count for _ in range(kills))
    while site.kills < kills and not over.wait(0.05):
        if len(sent.receipts) >= moments[site.kills]:
            site.kill_one()


def wait_for_deliveries(receiver: Receiver, expected: int) -> float:
    """Wait until the receiver has every request, or time is over; return the seconds that it took."""
    started = time.monotonic()
    while len(set(receiver.about.values())) < expected and time.monotonic() - started < DRAIN:
        time.sleep(1)
    time.sleep(8)  # the rows of the last ones are settled
    return time.monotonic() - started


def bench(kind: str, count: int, kills: int, at_once: int) -> dict[str, Any]:
    """Return the figures of one database."""
    with tempfile.TemporaryDirectory(prefix="waymark-kill-") as name, receiving() as receiver:
        folder = Path(name)
        with database(kind, folder) as address:
            site = Site(folder, address, receiver.host, free_port())
            site.run("manage.py", "migrate", "-v0")
            site.run("-m", "tools.bench_kill.prepare")
            site.start()
            try:
                return {"database": kind, **under_fire(site, receiver, count, kills, at_once)}
            finally:
                site.stop()


def under_fire(site: Site, receiver: Receiver, count: int, kills: int, at_once: int) -> dict[str, Any]:
    """Send, kill, wait, race for the last seats, and count."""
    races = {slug: race(site.url, slug, RACERS) for slug in ("last-1", "last-5")}
    sent, over, started = Sent(), threading.Event(), time.monotonic()
    killer = threading.Thread(target=kill_at_random, args=(site, sent, count, kills, over))
    killer.start()
    send_many(site.url, count, at_once, sent)
    seconds = time.monotonic() - started
    over.set()
    killer.join()
    sold = sum(row["sold"] for row in races.values())
    drained = wait_for_deliveries(receiver, count + sold)
    late, backlog = outage(site, receiver, min(BACKLOG, count))
    sent.receipts += late.receipts
    receipts = site.folder / "receipts.json"
    receipts.write_text(json.dumps(sent.receipts))
    found: dict[str, Any] = json.loads(site.run("-m", "tools.bench_kill.verify", str(receipts)))
    return {
        "acknowledged": len(sent.receipts),
        "kills": site.kills,
        **found,
        "not_acknowledged": found["not_acknowledged"] - sold,
        "delivered": len(receiver.seen),
        "delivered_under_two_keys": receiver.doubles,
        "repeats_of_a_key": receiver.repeats,
        "client_retries": sent.retries,
        "seconds": round(seconds, 1),
        "drained_after_seconds": round(drained, 1),
        "backlog": len(late.receipts),
        "backlog_drained_after_seconds": round(backlog, 1),
        "races": races,
    }


def outage(site: Site, receiver: Receiver, count: int) -> tuple[Sent, float]:
    """Send forms while the receiver is away; return them, and the seconds until all arrived when it was back."""
    sent, before = Sent(), len(set(receiver.about.values()))
    receiver.down = True
    send_many(site.url, count, 8, sent)
    receiver.down = False
    return sent, wait_for_deliveries(receiver, before + count)


def faults(row: dict[str, Any], count: int, kills: int) -> list[str]:
    """Return what was promised and not kept."""
    zero = ("lost", "acknowledged_twice", "duplicated_references", "undelivered", "delivered_under_two_keys")
    found = [name for name in zero if row[name]]
    found += [name for name, wanted in (("acknowledged", count), ("kills", kills)) if row[name] < wanted]
    found += ["backlog"] if row["backlog_drained_after_seconds"] > BACKLOG_SECONDS else []
    wanted = {"last-1": 1, "last-5": 5}
    races = row["races"].items()
    return found + [slug for slug, race in races if race["sold"] != wanted[slug] or race["kept_answers"] != RACERS]


def main() -> int:
    """Return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    options = parser.parse_args()
    broken = False
    for kind in ("sqlite", "postgresql") if options.database == "both" else (options.database,):
        row = bench(kind, options.submissions, options.kills, options.at_once)
        row["broken"] = faults(row, options.submissions, options.kills)
        broken = broken or bool(row["broken"])
        print(json.dumps(row), flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
