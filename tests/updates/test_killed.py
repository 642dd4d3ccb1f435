"""A worker that is killed with SIGKILL in the middle of a batch: nobody is missed and nobody gets it twice."""

import signal
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from core.outbox.claim import LEASE
from tests.core.processes import start
from tests.updates.conftest import post
from tests.updates.test_sending import make_readers
from updates.fan_out import fan_out
from updates.models import Newsletter, Sending
from updates.newsletters import begin, counts_of

READERS, HALF = 12, 6


@pytest.fixture
def waiting():
    """A newsletter on its way to everybody."""
    from updates.models import Follow

    make_readers(READERS)
    Follow.objects.update(kind="newsletter", key="")
    begin(Newsletter.objects.create(subject="News", intro="<p>Something new.</p>"))
    fan_out()
    return Newsletter.objects.get()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("moment", "unsure"), [("rcpt", 0), ("kept", 1)])
def test_killed_in_the_middle_of_a_batch(smtp, waiting, moment, unsure):
    processes = []

    def kill(what, kept):
        if what == moment and kept == HALF and processes:
            processes.pop().send_signal(signal.SIGKILL)

    smtp.on = kill
    process = start("-m", "tests.updates.killed_sender", str(smtp.port))
    processes.append(process)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert len(smtp.kept) == HALF

    later = timezone.now() + LEASE + timedelta(seconds=1)
    post(later)
    assert Counter(to for to, _mail in smtp.kept) == {f"reader{number}@example.org": 1 for number in range(READERS)}
    assert Sending.objects.filter(last_error="in-doubt").count() == unsure
    counts = counts_of(waiting)
    assert (counts["delivered"], counts["unsure"], counts["waiting"]) == (READERS - unsure, unsure, 0)
