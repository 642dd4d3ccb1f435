"""``make bench-updates``: a newsletter to 20,000 through a mail server that fails half way, beside plain mails."""

import argparse
import logging
import os
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

BASELINE = 500
#: One failed try for so many readers.
FAILED = 20


def make_readers(count: int) -> None:
    """Store confirmed readers of the newsletter."""
    from django.utils import timezone

    from updates.models import Follow, Subscriber

    rows = [Subscriber(channel="mail", language="en", confirmed_at=timezone.now()) for _number in range(count)]
    for number, row in enumerate(rows):
        row.keep(f"reader{number}@example.org")
    Subscriber.objects.bulk_create(rows, batch_size=1000)
    follows = [Follow(subscriber=row, kind="newsletter") for row in rows]
    Follow.objects.bulk_create(follows, batch_size=1000)


class Watch:
    """Milliseconds on the clock and of work of the processor, both of the mail server's thread too."""

    def __init__(self) -> None:
        self.began = time.perf_counter(), time.process_time()

    def each(self, count: int) -> str:
        """Say what one of ``count`` took."""
        clock, work = time.perf_counter() - self.began[0], time.process_time() - self.began[1]
        return f"{clock / count * 1000:.1f} ms, {work / count * 1000:.1f} ms of them work"


def plain_mails(count: int) -> str:
    """Say what one mail takes without any of ours: Django's own mail, a connection each."""
    from django.core.mail import send_mail

    watch = Watch()
    for number in range(count):
        send_mail("News", "Words.", None, [f"reader{number}@example.org"], html_message="<p>Words.</p>")
    return watch.each(count)


def run(count: int, server: Any) -> int:
    """Send, fail half way, come back; print the figures and return 1 if anybody was missed or got it twice."""
    from django.utils import timezone

    from core.services import sweep_outbox
    from updates.fan_out import fan_out
    from updates.models import Newsletter, Sending
    from updates.newsletters import begin

    each = plain_mails(BASELINE)
    server.kept.clear()
    make_readers(count)
    Newsletter.objects.create(subject="News", intro="<p>Something new this month.</p>")
    started = time.perf_counter()
    begin(Newsletter.objects.get())
    fan_out()
    fanned = time.perf_counter() - started
    server.mood = lambda kept: "421" if kept == count // 2 and server.failed < count // FAILED else ""
    server.lines, now, watch = 0, timezone.now(), Watch()
    while Sending.objects.filter(delivered_at=None, dead_at=None).exists():
        while sweep_outbox(now):
            pass
        now += timedelta(hours=1)
    sent = watch.each(count)
    got = Counter(to for to, _message in server.kept)
    twice, missed = sum(number > 1 for number in got.values()), count - len(got)
    print(f"readers {count}, failed tries {server.failed}, twice {twice}, missed {missed}, connections {server.lines}")
    print(f"rows for all readers: {fanned:.1f} s; sent, a reader: {sent}")
    print(f"baseline, Django's send_mail to the same server, a mail: {each}; load {os.getloadavg()[0]:.1f}")
    return int(bool(twice or missed))


def main() -> int:
    """Run on a database and a mail server of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.test")
    django.setup()
    from django.conf import settings
    from django.test.runner import DiscoverRunner
    from django.test.utils import override_settings, setup_test_environment

    from tests.servers.smtp import mail_server

    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    setup_test_environment()
    logging.disable(logging.WARNING)  # a line for each failed try
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    smtp = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1"}
    try:
        with mail_server() as server, override_settings(**smtp, EMAIL_PORT=server.port):
            return run(options.count, server)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    sys.exit(main())
