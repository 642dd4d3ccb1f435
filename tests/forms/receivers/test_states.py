"""States come back: called in, signed, or asked for; twice, late, out of order, unsigned and unknown."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from forms.delivery.poll import poll_receivers
from forms.delivery.signing import sign, signed_headers
from tests.forms.receivers.conftest import SECRETS, SETUPS, connect
from tests.servers.receivers import receiving

pytestmark = pytest.mark.django_db
SECRET = SECRETS["hook"]


@pytest.fixture
def followed(settings, send, deliver):
    """A request that a signed webhook has taken."""
    with receiving(SETUPS["webhook"].handler) as server:
        submission = send(connect(SETUPS["webhook"], server, settings))
        assert deliver(submission).remote_ref == "C-1"
        yield submission


@pytest.fixture
def tell(client):
    """Return a function that posts a state as the receiver does."""

    def told(event="e1", status="in_progress", *, at=None, secret=SECRET, reference="C-1", headers=None, **more):
        body = json.dumps({"reference": reference, "status": status, "at": (at or timezone.now()).isoformat(), **more})
        signed = signed_headers(secret, event, body.encode()) if headers is None else headers
        return client.post("/forms/inbound/bins/", body, content_type="application/json", headers=signed)

    return told


def story(submission):
    submission.refresh_from_db()
    return [event.status for event in submission.events.all()]


def test_a_signed_state_is_in_the_story_once(followed, tell):
    answers = [tell(text="A crew is on its way.") for _again in range(2)]
    assert [(one.status_code, one.json()) for one in answers] == [(200, {"changed": True}), (200, {"changed": False})]
    assert story(followed) == ["received", "in_progress"]
    assert followed.events.last().public_text == "A crew is on its way."


def test_a_state_that_comes_late_does_not_go_back(followed, tell):
    now = timezone.now()
    assert tell("e2", "closed", at=now).json() == {"changed": True}
    assert tell("e1", "in_progress", at=now - timedelta(hours=1)).json() == {"changed": False}
    assert story(followed) == ["received", "closed"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"headers": {}}, 401, "unsigned"),
        ({"secret": "whsec_b3RoZXI="}, 401, "wrong-signature"),
        ({"reference": "C-9"}, 404, "unknown-request"),
        ({"reference": ""}, 400, "no-reference"),
        ({"status": "paid"}, 400, "unknown-status"),
        ({"at": timezone.now().replace(tzinfo=None)}, 400, "no-time-zone"),
    ],
)
def test_what_cannot_be_believed_changes_nothing(followed, tell, changes, status, code):
    answer = tell(**changes)
    assert (answer.status_code, answer.json()) == (status, {"error": code})
    assert story(followed) == ["received"]


def test_an_old_message_is_a_repeat_by_somebody_else(followed, client):
    body, then = b"{}", int(timezone.now().timestamp()) - 301
    headers = {"webhook-id": "e", "webhook-timestamp": str(then), "webhook-signature": sign(SECRET, "e", then, body)}
    answer = client.post("/forms/inbound/bins/", body, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()) == (401, {"error": "too-old"})


def test_an_unknown_connection_and_a_long_body(followed, client, tell):
    assert client.post("/forms/inbound/none/", b"{}", content_type="application/json").status_code == 404
    assert tell(text="x" * 70_000).status_code == 413


@pytest.mark.parametrize(("kind", "theirs"), [("case-xml", "finished"), ("open311", "closed")])
def test_receivers_that_do_not_call_are_asked(settings, send, deliver, kind, theirs):
    with receiving(SETUPS[kind].handler) as server:
        submission = send(connect(SETUPS[kind], server, settings))
        case = deliver(submission).remote_ref
        server.states[case] = theirs
        assert poll_receivers() == 1
        assert story(submission) == ["received", "closed"]
        assert poll_receivers(timezone.now() + timedelta(days=1)) == 0, "what is closed is not asked for again"


def test_a_receiver_that_is_down_is_asked_later(settings, send, deliver):
    with receiving(SETUPS["case-xml"].handler) as server:
        submission = send(connect(SETUPS["case-xml"], server, settings))
        deliver(submission)
        server.fails = 503
        assert poll_receivers() == 0
        assert story(submission) == ["received"]
