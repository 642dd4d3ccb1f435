"""Subscribers, and messages as they would leave."""

import re

import pytest
from django.core import mail

from core.models import OutgoingMessage
from core.outbox.registry import outboxes, shared
from core.outbox.sweep import deliver_next
from tests.servers.smtp import mail_server
from updates.digests import send_digests
from updates.fan_out import fan_out
from updates.models import Follow, Notice, Sending, Subscriber

LINK = re.compile(r"https?://[^/\s]+(/\S*updates/[^\s>]+)")


@pytest.fixture
def subscribe(db):
    """Return a function that makes a confirmed subscriber of topics given as "kind:key".

    What the demo's own pages had to tell is told already.
    """
    Notice.objects.all().delete()

    def make(address, *topics, channel="mail", language="en", frequency="now"):
        from django.utils import timezone

        row = Subscriber(channel=channel, language=language, frequency=frequency, confirmed_at=timezone.now())
        row.keep(address)
        row.save()
        for topic in topics:
            kind, _colon, key = topic.partition(":")
            Follow.objects.create(subscriber=row, kind=kind, key=key)
        return row

    return make


@pytest.fixture
def leave():
    """Return a function that lets everything leave that is due, and returns the mails."""

    def go(now=None):
        fan_out()
        if now:
            send_digests(now)
        mail.outbox.clear()
        post()
        return list(mail.outbox)

    return go


@pytest.fixture
def smtp(settings):
    """Send through a real connection to a server that the test can make fail."""
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 5
        yield server


def post(now=None):
    """Let messages leave that are due, and nothing else: what tests publish is not audited in a browser."""
    with shared():
        for model in (OutgoingMessage, Sending):
            while deliver_next(model, outboxes()[model], now) is not None:
                pass


def links(text):
    """Return the paths of this room's links in a message."""
    return LINK.findall(text)
