"""Messages are sealed, leave once and in one piece, and cannot be turned into something else."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.checks import run_checks
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from core.messages_out import registry
from core.messages_out.base import MessageBackend
from core.messages_out.contrib.files import FileMessages
from core.messages_out.queue import erase_old_messages
from core.models import OutgoingMessage
from core.services import InvalidMessageError, UnsealError, sweep_outbox, unseal

MAIL = {"channel": "mail", "to": "resident@example.org", "subject": "We have your request", "body": "Hello"}


class RefusingMail(BaseEmailBackend):
    """A mail server that raises ``error``."""

    error: Exception

    def send_messages(self, messages):
        raise self.error


@pytest.fixture
def refusing(settings):
    settings.EMAIL_BACKEND = "tests.core.test_messages.RefusingMail"
    return RefusingMail


@pytest.mark.django_db
def test_a_mail_leaves_with_both_parts(queue):
    row = queue("a", **MAIL, html="<p>Hello</p>")
    assert mail.outbox == []
    assert sweep_outbox() == 1
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["resident@example.org"], "We have your request", "Hello")
    assert [(part.content, part.mimetype) for part in sent.alternatives] == [("<p>Hello</p>", "text/html")]
    assert sent.message()["Message-ID"] == f"<{row.pk}@localhost>"
    assert sent.message()["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_the_database_does_not_say_who_was_written_to_or_what(queue):
    row = queue("a", **MAIL)
    stored = OutgoingMessage.objects.filter(pk=row.pk).values_list().get()
    for part in (MAIL["to"], MAIL["subject"], MAIL["body"]):
        assert all(part.encode() not in bytes(value) for value in stored if isinstance(value, bytes | memoryview))
        assert part not in [str(value) for value in stored]
    context = f"core_outgoingmessage.recipient:{row.pk}"
    assert unseal(bytes(row.recipient), context=context) == MAIL["to"].encode()


@pytest.mark.django_db
def test_a_recipient_moved_to_another_message_does_not_open(queue):
    one, two = queue("one", **MAIL), queue("two", **{**MAIL, "to": "other@example.org"})
    OutgoingMessage.objects.filter(pk=one.pk).update(recipient=two.recipient)
    assert sweep_outbox() == 1
    one.refresh_from_db()
    assert one.last_error == f"raised:{UnsealError.__name__}"
    assert [sent.to for sent in mail.outbox] == [["other@example.org"]]


@pytest.mark.django_db
def test_the_same_key_gives_the_message_that_is_there(queue):
    first = queue("a", **MAIL)
    assert queue("a", **{**MAIL, "body": "Another"}).pk == first.pk
    assert sweep_outbox() == 1
    assert queue("a", **MAIL).pk == first.pk
    assert sweep_outbox() == 0
    assert [sent.body for sent in mail.outbox] == ["Hello"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"subject": "Hello\nBcc: all@example.org"}, "control_character"),
        ({"subject": "Hello\r\n\r\nBody"}, "control_character"),
        ({"subject": "Hello\u2028Bcc: all"}, "control_character"),
        ({"subject": "Hello\x00"}, "control_character"),
        ({"to": "a@example.org\nBcc: all@example.org"}, "control_character"),
        ({"to": "a@example.org, b@example.org"}, "mail_address"),
        ({"to": "Resident <a@example.org>"}, "mail_address"),
        ({"to": ""}, "mail_address"),
        ({"body": " \n "}, "empty_body"),
        ({"body": "half a letter \ud800"}, "broken_text"),
        ({"subject": "For resident@example.org"}, "personal_data_in_subject"),
        ({"channel": "sms", "to": "call me"}, "phone_number"),
        ({"channel": "sms", "to": "01632 960123", "subject": "For 01632 960123"}, "personal_data_in_subject"),
        ({"channel": "letter", "to": "Somewhere"}, "postal_address"),
        ({"channel": "pigeon"}, "channel"),
        ({"idempotency_key": ""}, "idempotency_key"),
        ({"idempotency_key": "k" * 201}, "idempotency_key"),
    ],
)
def test_what_must_not_be_sent_is_refused_with_a_code(queue, changes, code):
    with pytest.raises(InvalidMessageError, match=f"^{code}$"):
        queue("a", **{**MAIL, **changes})
    assert not OutgoingMessage.objects.exists()


@pytest.mark.django_db
def test_a_text_message_and_a_letter_become_files(folder, queue):
    sms = queue("a", to="+44 1632 960123")
    letter = queue("b", channel="letter", to="A Resident\n1 Example Street\nDemotown", body="Dear resident")
    assert sweep_outbox() == 2
    assert sorted(file.name for file in folder.iterdir()) == [f"letter-{letter.pk}.txt", f"sms-{sms.pk}.txt"]
    text = (folder / f"letter-{letter.pk}.txt").read_text(encoding="utf-8")
    assert "1 Example Street\nDemotown" in text
    assert "Dear resident" in text
    assert (folder / f"sms-{sms.pk}.txt").stat().st_mode & 0o007 == 0


@pytest.mark.django_db
def test_the_console_prints(settings, capsys, queue):
    settings.WAYMARK_MESSAGE_BACKENDS = {"sms": "console"}
    queue("a")
    assert sweep_outbox() == 1
    assert "We have your request." in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "code", "dead"),
    [
        (smtplib.SMTPRecipientsRefused({"resident@example.org": (550, b"no such user")}), "smtp:550", True),
        (smtplib.SMTPRecipientsRefused({"resident@example.org": (451, b"try later")}), "smtp:451", False),
        (smtplib.SMTPDataError(554, b"refused"), "smtp:554", True),
        (smtplib.SMTPAuthenticationError(535, b"wrong"), "raised:SMTPAuthenticationError", False),
        (ConnectionRefusedError("mail.example.org"), "raised:ConnectionRefusedError", False),
        (TimeoutError("mail.example.org"), "raised:TimeoutError", False),
    ],
)
def test_only_a_refusal_gives_a_mail_up(refusing, queue, error, code, dead):
    refusing.error = error
    row = queue("a", **MAIL)
    assert sweep_outbox() == 0
    row.refresh_from_db()
    assert (row.last_error, row.dead_at is not None) == (code, dead)


@pytest.mark.django_db
def test_a_missing_backend_keeps_the_message_and_is_found_by_the_check(settings, queue):
    assert [error.id for error in run_checks() if error.id == "core.E010"] == []
    settings.WAYMARK_MESSAGE_BACKENDS = {"mail": "django", "sms": "gone", "letter": "file"}
    row = queue("a")
    assert sweep_outbox() == 0
    row.refresh_from_db()
    assert (row.waiting, row.last_error) == (True, "raised:LookupError")
    assert ["'sms'" in error.msg for error in run_checks() if error.id == "core.E010"] == [True]


def test_a_second_backend_of_that_name_is_refused(monkeypatch):
    monkeypatch.setattr(registry, "_backends", {})
    registry.register_backend("file", FileMessages, channels=("sms",))
    registry.register_backend("file", FileMessages, channels=("letter",))
    with pytest.raises(ValueError, match="'sms'"):
        registry.register_backend("file", FileMessages, channels=("sms",))


def test_the_interface_alone_sends_nothing():
    with pytest.raises(TypeError):
        MessageBackend()


@pytest.mark.django_db
def test_words_are_forgotten_a_day_after_they_arrived(queue):
    now = timezone.now()
    old, new, dead, waiting = (queue(key, **MAIL) for key in ("old", "new", "dead", "waiting"))
    OutgoingMessage.objects.filter(pk=old.pk).update(delivered_at=now - timedelta(days=1))
    OutgoingMessage.objects.filter(pk=new.pk).update(delivered_at=now)
    OutgoingMessage.objects.filter(pk=dead.pk).update(dead_at=now - timedelta(days=27))
    assert erase_old_messages() == 1
    assert erase_old_messages() == 0
    old.refresh_from_db()
    assert (bytes(old.recipient), bytes(old.contents)) == (b"", b"")
    for row in (new, dead, waiting):
        row.refresh_from_db()
        assert bytes(row.contents)


@pytest.mark.django_db
def test_a_message_without_words_is_not_sent_again(queue):
    row = queue("a", **MAIL)
    OutgoingMessage.objects.filter(pk=row.pk).update(erased_at=timezone.now(), recipient=b"", contents=b"")
    assert sweep_outbox() == 0
    row.refresh_from_db()
    assert row.last_error == "erased"
