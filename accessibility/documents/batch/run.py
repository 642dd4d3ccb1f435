"""Run sealed processes side by side. Threads only wait for them, so throughput grows with the cores."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any

from accessibility.documents.base import Profile
from accessibility.documents.batch.sources import Item
from accessibility.documents.sandbox import check_file
from core.services import out_of_room


@dataclass(frozen=True)
class Done:
    """``answer`` is the worker's (see :mod:`accessibility.documents.wire`), or ``{"error": code}``."""

    item: Item
    answer: dict[str, Any]
    seconds: float


def check_all(items: Iterable[Item], profile: Profile, procs: int) -> Iterator[Done]:
    """Yield each answer when it is there, in no order. At most ``procs`` files are open at a time.

    Nothing is queued further ahead than that: whoever stops loses only what was running.
    """
    source = iter(items)
    with ThreadPoolExecutor(procs) as pool:
        running: set[Future[Done]] = {pool.submit(_check, item, profile) for item in islice(source, procs)}
        while running:
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(_check, item, profile) for item in islice(source, len(ended))}
            yield from (future.result() for future in ended)


def _check(item: Item, profile: Profile) -> Done:
    """Check one file; what is not the content that was asked about gets no verdict."""
    started = time.monotonic()
    if not item.sha256:
        return Done(item, {"error": "missing"}, 0.0)
    try:
        with item.open() as file:
            answer = check_file(file, profile)
    except OSError as error:
        answer = {"error": "no_room" if out_of_room(error) else "missing"}
    if answer.get("sha256") and answer["sha256"] != item.sha256:
        answer = {"error": "changed"}
    return Done(item, answer, time.monotonic() - started)
