"""Keys are changed while the site runs: every sealed value moves to the newest, in pieces, and none is lost."""

import base64
import io
import secrets

import pytest
from django.core.management import CommandError, call_command

from core.crypto import key_id_of, rotation
from core.messages_out.sealing import opened
from core.models import OutgoingMessage
from core.services import queue_message, register_sealed

pytestmark = pytest.mark.django_db


def new_key(name):
    return f"{name}={base64.b64encode(secrets.token_bytes(32)).decode()}"


def rotate():
    out = io.StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def key_ids():
    return [key_id_of(bytes(row.contents)) for row in OutgoingMessage.objects.order_by("created_at")]


@pytest.fixture
def ring(settings):
    """Three messages sealed with the old key, and a ring with a new one in front."""
    settings.WAYMARK_KEYS = old = new_key("old")
    for n in range(3):
        queue_message(channel="mail", to=f"a{n}@example.org", subject="S", body=f"Body {n}", idempotency_key=f"k{n}")
    settings.WAYMARK_KEYS = f"{new_key('new')},{old}"
    return old


def test_every_value_moves_to_the_new_key_and_a_second_run_does_nothing(ring):
    said = rotate()
    assert "core.OutgoingMessage.contents: 3 of 3" in said
    assert "Keep the key 'old'" in said
    assert key_ids() == ["new"] * 3
    assert [opened(row).body for row in OutgoingMessage.objects.order_by("created_at")] == [
        "Body 0",
        "Body 1",
        "Body 2",
    ]
    assert "core.OutgoingMessage.contents: 0 of 0" in rotate()


def test_a_run_that_was_stopped_goes_on_where_it_ended(ring):
    steps = rotation.rotate()
    while sorted(set(key_ids())) != ["new", "old"]:
        next(steps)
    steps.close()
    rotate()
    assert key_ids() == ["new"] * 3


def test_values_that_do_not_open_are_named_and_the_rest_is_done(ring, settings):
    lost = OutgoingMessage.objects.first()
    OutgoingMessage.objects.filter(pk=lost.pk).update(contents=bytes(lost.recipient))
    with pytest.raises(CommandError, match=f"1 values do not open .*core.OutgoingMessage.contents {lost.pk}"):
        rotate()
    assert sorted(key_ids()) == ["new", "new", "old"]


def test_a_column_is_registered_once():
    with pytest.raises(ValueError, match="registered already"):
        register_sealed(OutgoingMessage, "contents", str)


def test_drafts_and_requests_are_registered():
    labels = {field.label for field in rotation._fields}
    assert {"onlineforms.Draft.sealed", "onlineforms.Submission.sealed"} <= labels
