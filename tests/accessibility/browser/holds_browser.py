"""A process that uses the audit browser and then ends: by itself ("once"), by a signal ("loop"), with an error."""

import sys

import django

django.setup()

from accessibility.browser.session import session  # noqa: E402 - needs the settings
from core.schedule.worker import Loop  # noqa: E402 - needs the settings


def work(worker_id: str = "") -> None:
    print(session.run(lambda browser: browser.new_page().evaluate("40 + 2")), flush=True)


def main(how: str) -> None:
    if how == "loop":
        loop = Loop(work)
        loop.listen()
        loop.run()
        return
    work()
    if how == "error":
        raise SystemExit(3)


main(sys.argv[1])
