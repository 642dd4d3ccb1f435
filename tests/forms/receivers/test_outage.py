"""A receiver that is away for seven days gets everything once when it is back, and nothing is given up before."""

from datetime import timedelta

from django.utils import timezone

from core.outbox.sweep import deliver_next
from core.services import sweep_outbox
from forms.delivery.registry import deliver
from forms.models import Connection, Delivery, Submission
from tests.forms.receivers.conftest import SETUPS, connect
from tests.forms.test_cases import make_case
from tests.servers.receivers import receiving

HOURS = 7 * 24
#: Enough for several pages of rows; ``make bench-outage`` measures 1,000.
BACKLOG = 60


def test_seven_days_away_and_all_arrives_once(settings, send):
    with receiving(SETUPS["case-rest"].handler) as server:
        connection = connect(SETUPS["case-rest"], server, settings)
        server.fails = 503
        sent = [send(connection) for _number in range(3)]
        began = timezone.now()
        for hour in range(HOURS + 1):
            sweep_outbox(began + timedelta(hours=hour))
        rows = Delivery.objects.filter(connector="bins")
        assert [(row.waiting, row.dead_at) for row in rows] == [(True, None)] * 3
        assert min(row.attempts for row in rows) > 20
        tries = len(server.bodies)
        server.fails = 0
        # One more wait of six hours and its jitter at most; the first success makes the others due at once.
        back = began + timedelta(hours=HOURS + 8)
        assert sweep_outbox(back) >= 3
        sweep_outbox(back + timedelta(days=1))
        assert not Delivery.objects.filter(connector="bins", delivered_at=None).exists()
        assert set(server.cases) == {str(submission.pk) for submission in sent}
        assert len(server.bodies) - tries == 3


def backlog(version, connection, count):
    """Store requests as days of outage leave them: tried often, due in hours, and the one tried last due now."""
    now = timezone.now()
    for number in range(count):
        case = make_case(version, number)
        Delivery.objects.create(
            submission=case,
            connector=connection.key,
            idempotency_key=f"{case.pk}:{connection.key}",
            attempts=20,
            due_at=now + timedelta(minutes=6 * number),
            last_error="http:503",
        )
    Connection.objects.filter(pk=connection.pk).update(last_failure_at=now, last_code="http:503")


def drain(now):
    """Let one worker deliver until nothing is due at this moment; return how many arrived."""
    arrived = 0
    while (outcome := deliver_next(Delivery, deliver, now)) is not None:
        arrived += outcome
    return arrived


def test_the_first_success_makes_all_that_waits_due_at_once(settings, version):
    with receiving(SETUPS["webhook"].handler) as server, receiving(SETUPS["webhook"].handler) as away:
        connection = connect(SETUPS["webhook"], server, settings)
        other = connect(SETUPS["webhook"], away, settings, key="parks")
        backlog(version, connection, BACKLOG)
        waiting = Delivery.objects.create(
            submission=Submission.objects.first(), connector=other.key, idempotency_key="parks:1", attempts=20,
            due_at=timezone.now() + timedelta(hours=5),
        )  # fmt: skip
        moment = timezone.now() + timedelta(seconds=1)
        assert drain(moment) == BACKLOG, "in the same minute, not in the six hours that they would wait"
        rows = Delivery.objects.filter(connector=connection.key)
        assert rows.filter(delivered_at=None).count() == 0
        assert (rows.filter(attempts=21).count(), len(server.bodies)) == (BACKLOG, BACKLOG)
        assert len({headers["webhook-id"] for headers in server.headers_seen}) == BACKLOG
        waiting.refresh_from_db()
        assert (waiting.attempts, waiting.delivered_at) == (20, None), "another place is not back because this one is"


def test_while_the_receiver_is_away_nothing_is_due_sooner(settings, version):
    with receiving(SETUPS["webhook"].handler) as server:
        connection = connect(SETUPS["webhook"], server, settings)
        backlog(version, connection, 5)
        server.fails = 503
        assert drain(timezone.now() + timedelta(seconds=1)) == 0
        assert len(server.bodies) == 1
        assert Delivery.objects.filter(delivered_at=None, dead_at=None).count() == 5


def test_one_that_is_refused_holds_nobody_up(settings, version):
    with receiving(SETUPS["webhook"].handler) as server:
        connection = connect(SETUPS["webhook"], server, settings)
        backlog(version, connection, 5)
        assert drain(timezone.now() + timedelta(seconds=1)) == 5
        again = Delivery.objects.order_by("due_at")[1]
        Delivery.objects.update(delivered_at=None, due_at=timezone.now())
        Delivery.objects.filter(pk=again.pk).update(connector="nowhere")
        assert drain(timezone.now() + timedelta(seconds=1)) == 4
        again.refresh_from_db()
        assert (again.last_error, again.waiting) == ("no-connector", True)
