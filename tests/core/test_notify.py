"""GOV.UK Notify, against a small server that speaks its API: once, and with a token that it can check."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
import uuid
from urllib.parse import parse_qs, urlsplit

import pytest

from core.messages_out.contrib.notify import NotifyMessages
from core.messages_out.message import Message
from core.services import Done, Rejected, Retry

SERVICE, SECRET = str(uuid.uuid4()), str(uuid.uuid4())
TEMPLATES = {"mail": "t-mail", "sms": "t-sms", "letter": "t-letter"}


class Notify(http.server.BaseHTTPRequestHandler):
    def signed(self):
        """Return whether the token is ours."""
        content, _dot, signature = self.headers["Authorization"].removeprefix("Bearer ").rpartition(".")
        good = hmac.new(SECRET.encode(), content.encode(), hashlib.sha256).digest()
        claims = json.loads(base64.urlsafe_b64decode(content.split(".")[1] + "=="))
        return signature == base64.urlsafe_b64encode(good).rstrip(b"=").decode() and claims["iss"] == SERVICE

    def reply(self, status, data):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        (reference,) = parse_qs(urlsplit(self.path).query)["reference"]
        found = [{"id": "n-" + one["reference"]} for one in self.server.sent if one["reference"] == reference]
        self.reply(200 if self.signed() else 403, {"notifications": found})

    def do_POST(self):
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.fails:
            self.reply(self.server.fails, {"errors": [{"message": "resident@example.org is wrong"}]})
            return
        self.server.sent.append({**data, "path": self.path})
        self.reply(201, {"id": "n-" + data["reference"]})

    def log_message(self, *args):
        """Keep the test's output quiet."""


@pytest.fixture
def notify(settings):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Notify) as server:
        server.sent, server.fails = [], 0
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        host = f"127.0.0.1:{server.server_port}"
        settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [host]
        settings.WAYMARK_NOTIFY = {"url": f"http://{host}", "key": f"demo-{SERVICE}-{SECRET}", "templates": TEMPLATES}
        yield server
        server.shutdown()
        thread.join()


def message(channel="mail", to="resident@example.org"):
    return Message("m-1", channel, to, "We have your request", "Hello")


@pytest.mark.parametrize(
    ("channel", "to", "path", "field"),
    [
        ("mail", "resident@example.org", "email", "email_address"),
        ("sms", "+447700900000", "sms", "phone_number"),
    ],
)
def test_a_message_goes_to_its_channel_once(notify, channel, to, path, field):
    outcomes = [NotifyMessages().send(message(channel, to)) for _again in range(2)]
    assert outcomes == [Done("n-m-1")] * 2
    (sent,) = notify.sent
    assert (sent["path"], sent[field], sent["template_id"]) == (f"/v2/notifications/{path}", to, TEMPLATES[channel])
    assert sent["personalisation"] == {"subject": "We have your request", "body": "Hello"}


def test_a_letter_has_its_address_in_lines(notify):
    NotifyMessages().send(message("letter", "Zoë O'Brien\n\n1 Example Street\nOxford\nOX1 1AA"))
    lines = notify.sent[0]["personalisation"]
    assert [lines[f"address_line_{n}"] for n in (1, 2, 3, 4)] == [
        "Zoë O'Brien",
        "1 Example Street",
        "Oxford",
        "OX1 1AA",
    ]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(400, Rejected("notify:400")), (403, Retry("notify:403")), (429, Retry("notify:429")), (500, Retry("notify:500"))],
)
def test_only_a_refusal_is_final(notify, status, outcome):
    notify.fails = status
    assert NotifyMessages().send(message()) == outcome


def test_notify_is_down(notify, settings):
    settings.WAYMARK_NOTIFY = {**settings.WAYMARK_NOTIFY, "url": "http://127.0.0.1:9"}
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = ["127.0.0.1:9"]
    assert NotifyMessages().send(message()) == Retry("notify:ConnectionError")
