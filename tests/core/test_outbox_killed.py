"""A worker that is killed with SIGKILL in the middle of a delivery loses nothing and doubles nothing."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone

from core.outbox.claim import LEASE
from core.services import sweep_outbox
from tests.core.processes import start, wait_for


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("when", ["before", "after"])
def test_the_next_sweep_delivers_once(when, folder, tmp_path, queue):
    row, marker = queue("a"), tmp_path / "stuck"
    process = start("-m", "tests.core.stuck_worker", when, str(marker))
    wait_for(marker.exists, process)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    row.refresh_from_db()
    assert (row.waiting, row.attempts) == (True, 1)
    assert row.lease_until > timezone.now()
    assert sweep_outbox() == 0
    assert len(list(folder.glob("*"))) == (1 if when == "after" else 0)

    later = timezone.now() + LEASE + timedelta(seconds=1)
    assert sweep_outbox(later) == 1
    assert sweep_outbox(later + LEASE) == 0
    row.refresh_from_db()
    assert (row.waiting, row.attempts) == (False, 2)
    assert [file.name for file in folder.iterdir()] == [f"sms-{row.pk}.txt"]
