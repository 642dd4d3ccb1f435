"""Our server cannot be sent into its own network, by address, by name or by redirect."""

import contextlib
import http.server
import threading
import time
from socket import AF_INET, SOCK_STREAM

import pytest
import requests

from core.http import client
from core.services import http_client


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append(self.path)
        if self.path == "/slow":
            time.sleep(1)
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Location", "/inside")
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(b"hello")

    def log_message(self, *args):
        """Keep the test's output quiet."""


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.seen = []
        running.host = f"127.0.0.1:{running.server_port}"
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


ADDRESSES = [
    "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0", "10.0.0.1",  # noqa: S104 - a target
    "172.16.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "100.64.0.1", "224.0.0.1",
    "[64:ff9b::7f00:1]",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_private_addresses_are_refused(server, address):
    with pytest.raises(requests.RequestException) as error:
        http_client().get(f"http://{address}:{server.server_port}/inside")
    assert type(error.value).__name__ == "InvalidIPAddress"
    assert server.seen == []


def test_a_public_name_that_leads_inside_is_refused(server, monkeypatch):
    answer = [(AF_INET, SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: answer)
    with pytest.raises(requests.RequestException):
        http_client().get(f"http://hooks.example.org:{server.server_port}/inside")
    assert server.seen == []


def test_an_allowed_host_answers(server, settings):
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [server.host]
    assert http_client().get(f"http://{server.host}/inside").text == "hello"


def test_what_is_allowed_is_that_host_and_port_alone(server, settings):
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [server.host[:-1]]
    with pytest.raises(requests.RequestException):
        http_client().get(f"http://{server.host}/inside")
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = ["example.org"]
    with pytest.raises(requests.RequestException):
        http_client().get(f"http://example.org@{server.host}/inside")
    assert server.seen == []


def test_redirects_are_not_followed(server, settings):
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [server.host]
    answer = http_client().get(f"http://{server.host}/away", allow_redirects=True)
    assert (answer.status_code, server.seen) == (302, ["/away"])


def test_a_slow_server_is_given_up(server, settings, monkeypatch):
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [server.host]
    monkeypatch.setattr(client._manager.config, "default_timeout", (0.2, 0.2))
    with pytest.raises(requests.Timeout):
        http_client().get(f"http://{server.host}/slow")


def test_a_proxy_of_the_environment_is_not_used(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://proxy.example.org:3128")
    used = http_client().merge_environment_settings("http://example.org/", {}, None, None, None)
    assert used["proxies"] == {}, "a proxy would resolve the name again, unchecked"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/"])
def test_other_schemes_are_refused(address):
    with pytest.raises(requests.exceptions.InvalidSchema):
        http_client().get(address)
