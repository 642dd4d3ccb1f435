"""States come back: called in, signed, or asked for; twice, late, out of order, unsigned and unknown."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from forms.delivery.contrib.case_xml import CaseXml
from forms.delivery.poll import poll_receivers
from forms.delivery.signing import sign, signed_headers, signing_secret
from forms.models import Delivery
from forms.services import set_status
from tests.forms.receivers.conftest import SECRETS, SETUPS, connect
from tests.servers.receivers import Open311Handler, receiving

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


@pytest.mark.parametrize("stamp", ["9" * 5_000, f"{'0' * 5_000}1", "-1", "٣", "1e9", ""])
def test_a_time_that_is_none_is_refused_and_breaks_nothing(followed, client, stamp):
    headers = {"webhook-id": "e", "webhook-timestamp": stamp, "webhook-signature": "v1,AAAA"}
    answer = client.post("/forms/inbound/bins/", b"{}", content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()) == (401, {"error": "unsigned"})


def test_a_secret_that_cannot_sign_is_our_fault_and_believes_nobody(followed, tell, settings):
    settings.WAYMARK_CONNECTOR_SECRETS = {"hook": "whsec_not base64"}
    assert tell().status_code == 503
    assert story(followed) == ["received"]


def test_a_state_from_before_our_own_decision_opens_nothing_again(followed, tell):
    set_status(followed, "decided", public_text="We say no.", staff=None, source="staff")
    late = tell("e1", "in_progress", at=timezone.now() - timedelta(hours=1), text="A crew is on its way.")
    assert late.json() == {"changed": False}
    assert story(followed) == ["received", "decided"]
    assert followed.closed_at is not None
    assert tell("e2", "in_progress", at=timezone.now() + timedelta(seconds=1)).json() == {"changed": True}


def test_a_late_state_of_one_receiver_opens_nothing_that_another_ended(followed, tell):
    now = timezone.now()
    assert tell("e1", "closed", at=now).json() == {"changed": True}
    first = Delivery.objects.get(connector="bins")
    Delivery.objects.create(
        submission=followed, connector="other", taken_by="other", idempotency_key="other", told_at=first.told_at
    )
    Delivery.objects.filter(pk=first.pk).update(told_at=None)
    assert tell("e2", "in_progress", at=now - timedelta(hours=1)).json() == {"changed": False}
    assert story(followed) == ["received", "closed"]


def test_a_clock_that_is_a_year_ahead_silences_nothing_that_comes_after(followed, tell):
    assert tell("e1", "in_progress", at=timezone.now() + timedelta(days=365)).json() == {"changed": True}
    assert tell("e2", "closed", at=timezone.now() + timedelta(minutes=6)).json() == {"changed": True}
    assert story(followed) == ["received", "in_progress", "closed"]


def test_a_case_system_calls_back_in_its_own_words_signed_with_the_key_of_its_api(settings, send, deliver, client):
    with receiving(SETUPS["case-rest"].handler) as server:
        submission = send(connect(SETUPS["case-rest"], server, settings))
        assert deliver(submission).remote_ref == "C-1"
    body = json.dumps({"case": "C-1", "status": "finished", "at": timezone.now().isoformat()}).encode()

    def call(secret):
        headers = signed_headers(secret, "e1", body)
        return client.post("/forms/inbound/bins/", body, content_type="application/json", headers=headers)

    assert call(signing_secret("guessed")).status_code == 401
    assert story(submission) == ["received"]
    assert [call(signing_secret(SECRETS["case"])).json() for _again in range(2)] == [
        {"changed": True},
        {"changed": False},
    ]
    assert story(submission) == ["received", "closed"]


@pytest.fixture(params=["", "2026-13-45T99:99:99Z", "2026-03-02T10:00:00", "yesterday"])
def _no_time(request, monkeypatch):
    monkeypatch.setattr("tests.servers.receivers.NOW", request.param)


@pytest.mark.usefixtures("_no_time")
@pytest.mark.parametrize(("kind", "theirs"), [("case-xml", "working"), ("open311", "open")])
def test_a_receiver_without_times_is_told_once_and_takes_nothing_back(settings, send, deliver, kind, theirs):
    with receiving(SETUPS[kind].handler) as server:
        submission = send(connect(SETUPS[kind], server, settings))
        server.states[deliver(submission).remote_ref] = theirs
        later = [timezone.now() + timedelta(hours=2 * hour) for hour in range(3)]
        assert [poll_receivers(moment) for moment in later] == [1, 0, 0]
        set_status(submission, "need_info", source="staff")
        assert poll_receivers(timezone.now() + timedelta(hours=8)) == 0
        assert story(submission) == ["received", "in_progress", "need_info"]


def test_what_one_receiver_answers_never_stops_the_asking_of_others(settings, send, deliver, monkeypatch):
    monkeypatch.setattr(CaseXml, "fetch_status", lambda *_asked: {}["nothing"])
    with receiving(SETUPS["case-xml"].handler) as broken, receiving(SETUPS["open311"].handler) as works:
        deliver(send(connect(SETUPS["case-xml"], broken, settings, key="a-first")), key="a-first")
        submission = send(connect(SETUPS["open311"], works, settings))
        works.states[deliver(submission).remote_ref] = "closed"
        assert poll_receivers() == 1
    assert story(submission) == ["received", "closed"]


class TokenHandler(Open311Handler):
    """A supplier that gives a token, and the id of the request a while later."""

    ready = False

    def answer(self, body):
        if self.command == "POST":
            super().answer(body)
            return 201, "application/json", '[{"token": "a/b"}]'
        if self.path.startswith("/tokens/"):
            assert self.path == "/tokens/a%2Fb.json"
            return 200, "application/json", '[{"service_request_id": "C-1"}]' if self.server.states else "[]"
        return super().answer(body)


def test_a_supplier_that_gives_a_token_first_is_asked_for_the_id_later(settings, send, deliver):
    with receiving(TokenHandler) as server:
        submission = send(connect(SETUPS["open311"], server, settings))
        assert deliver(submission).delivered_at
        assert poll_receivers() == 0
        server.states["C-1"] = "closed"
        assert poll_receivers(timezone.now() + timedelta(hours=2)) == 1
    assert story(submission) == ["received", "closed"]
