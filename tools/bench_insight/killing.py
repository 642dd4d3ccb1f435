"""100,000 events are sent while workers are killed, then all of them once more: none is lost, none counted twice."""

import json
import os
import signal
import threading
from http.client import HTTPException

from tools.bench_insight.figure import show
from tools.bench_insight.intake import _stored
from tools.bench_insight.serving import Client, Server, serving

BATCH, EVERY = 500, 1.5


def main() -> bool:
    """Print what is stored after the kills and after the replay; True when both are exact."""
    count = int(os.environ.get("EVENTS_SENT", "100000"))
    with serving() as server:
        key = server.manage("insight_key", "bench").strip()
        stop, kills = threading.Event(), [0]
        killer = threading.Thread(target=_kill, args=(server, stop, kills))
        killer.start()
        tries = _send(server, key, count)
        stop.set()
        killer.join()
        first = _stored(server)
        _send(server, key, count)
        second = _stored(server)
    print(f"\n{server.vendor}: {count:,} events, {kills[0]} workers killed with SIGKILL, {tries} batches sent again")
    print(f"stored: {first} (events, counted in the roll-ups); after the replay: {second}")
    kept = first == second == f"{count} {count}"
    return show(f"{server.vendor}: lost or doubled", abs(int(second.split()[1]) - count), "events", "0", kept=kept)


def _kill(server: Server, stop: threading.Event, kills: list[int]) -> None:
    """Kill the older worker of the two every so often; gunicorn starts another."""
    while not stop.wait(EVERY):
        for worker in server.workers()[:1]:
            os.kill(worker, signal.SIGKILL)
            kills[0] += 1


def _send(server: Server, key: str, count: int) -> int:
    """Send all batches, each until it is answered; return how many had to be sent again."""
    batches, lock, again = iter(range(0, count, BATCH)), threading.Lock(), [0]
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/cloudevents-batch+json"}

    def work() -> None:
        client = Client(server.port)
        while True:
            with lock:
                start = next(batches, None)
            if start is None:
                return
            body = json.dumps([_event(number) for number in range(start, min(start + BATCH, count))]).encode()
            while not _arrived(client, body, headers):
                with lock:
                    again[0] += 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return again[0]


def _arrived(client: Client, body: bytes, headers: dict[str, str]) -> bool:
    try:
        return client.post("/api/insight/events/", body, headers) == 200
    except (OSError, HTTPException):
        return False


def _event(number: int) -> dict[str, object]:
    """Return a rating as a contact centre sends it."""
    return {
        "specversion": "1.0", "id": f"call-{number}", "type": "uk.gov.council.insight.rating.v1",
        "time": "2026-03-01T10:00:00Z", "service": "bins",
        "data": {
            "scale": "csat5", "value": number % 5 + 1, "question_id": "visit-end", "question_version": 1,
            "locale": "en", "channel": "phone", "page": "",
        },
    }  # fmt: skip
