"""The shipped nginx file, in a real nginx, before a small upstream that tells what reached it."""

import http.client
import http.server
import json
import math
import socket
import subprocess
import threading
import time

import pytest

from tests.servers import nginx
from tests.servers.required import need

pytestmark = pytest.mark.service("nginx")


class Upstream(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = json.dumps({"headers": dict(self.headers), "body": len(self.rfile.read(length))}).encode()
        self.send_response(200)
        if self.path == "/hand-over/":
            self.send_header("X-Accel-Redirect", "/private-files/answer.txt")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the library's name

    def log_message(self, *args):
        """Keep the test's output quiet."""


@pytest.fixture(scope="module")
def upstream():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Upstream) as server:
        server.seen = []
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def proxy(upstream):
    need("nginx", installed=nginx.installed())
    with nginx.nginx(upstream.server_port) as (port, folder):
        for name in ("media/documents/a.html", "media/images/a.webp", "private/answer.txt", "static/site.css"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("content of " + name)
        yield port, folder


def get(proxy, path, method="GET", body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", proxy[0], timeout=30)
    connection.request(method, path, body=body, headers=headers or {})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response, text


DENIED = [
    "/media/documents/a.html", "/media/documents/", "/media//documents/a.html", "/media/images/../documents/a.html",
    "/media/%64ocuments/a.html", "/private-files/answer.txt", "/private/answer.txt", "/media/../private/answer.txt",
    "/static/../private/answer.txt", "/static../private/answer.txt", "/media../private/answer.txt", "/.env",
    "/.git/config", "/db.sqlite3", "/media/images/private/x", "/backup.sql", "/media/.htaccess", "/../private/x",
]  # fmt: skip


@pytest.mark.parametrize("path", DENIED)
def test_private_places_are_denied(proxy, upstream, path):
    upstream.seen.clear()
    response, text = get(proxy, path)
    assert response.status in {400, 404}
    assert "content of" not in text
    assert upstream.seen == [], "nginx itself refuses"


def test_public_files_are_served_safely(proxy):
    response, text = get(proxy, "/media/images/a.webp")
    assert (response.status, text) == (200, "content of media/images/a.webp")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert get(proxy, "/static/site.css")[0].headers["Cache-Control"].endswith("immutable")


def test_only_the_application_hands_over_a_private_file(proxy):
    assert get(proxy, "/hand-over/")[1] == "content of private/answer.txt"


FORGED = {
    "X-Forwarded-For": "6.6.6.6", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example.org",
    "X-Forwarded-Port": "1", "X-Forwarded-Prefix": "/evil", "X-Real-IP": "6.6.6.6", "Forwarded": "for=6.6.6.6",
    "X-Original-URL": "/admin/", "X-Rewrite-URL": "/admin/", "X-HTTP-Method-Override": "DELETE",
    "X-Accel-Redirect": "/private-files/answer.txt",
}  # fmt: skip


def test_forwarding_headers_of_the_client_never_arrive(proxy):
    _response, text = get(proxy, "/page/", headers=FORGED)
    arrived = json.loads(text)["headers"]
    assert arrived["X-Forwarded-For"] == "127.0.0.1"
    assert arrived["X-Forwarded-Proto"] == "http"
    assert not {name for name in FORGED if name in arrived} - {"X-Forwarded-For", "X-Forwarded-Proto"}
    assert "evil" not in text
    assert "6.6.6.6" not in text


def test_no_version_is_told(proxy):
    response, _text = get(proxy, "/page/")
    assert response.headers["Server"] == "nginx"


def test_links_do_not_leak_into_the_log(proxy):
    get(proxy, "/find/?token=very-secret")
    time.sleep(0.1)
    log = (proxy[1] / "waymark.log").read_text()
    assert '"GET /find/" 200' in log
    assert "very-secret" not in log


def closed_after(proxy, start, dribble):
    """Send ``start`` and then ``dribble`` each half second; return after how many seconds nginx closes."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", proxy[0]), timeout=30) as client:
        client.sendall(start)
        client.settimeout(0.5)
        while time.monotonic() - began < 120:
            try:
                if not client.recv(4096):
                    return time.monotonic() - began
            except TimeoutError:
                try:
                    client.sendall(dribble)
                except OSError:
                    return time.monotonic() - began
            except OSError:
                return time.monotonic() - began
    return math.inf


def test_slow_headers_and_stalled_bodies_are_closed_and_others_served(proxy, upstream):
    upstream.seen.clear()
    headers = (b"GET /slow/ HTTP/1.1\r\nHost: a\r\n", b"X-a: b\r\n")
    body = (b"POST /slow/ HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\nabc", b"")
    seconds = []
    threads = [
        threading.Thread(target=lambda sent=sent: seconds.append(closed_after(proxy, *sent)))
        for sent in [headers, body] * 10
    ]
    for thread in threads:
        thread.start()
    assert get(proxy, "/page/")[0].status == 200
    for thread in threads:
        thread.join()
    assert len(seconds) == 20
    assert max(seconds) < math.inf
    assert min(seconds) > 5
    assert "/slow/" not in upstream.seen, "no worker was kept busy"


def test_uploads_of_the_limit_pass_and_larger_ones_do_not(proxy):
    response, text = get(proxy, "/page/", "POST", body=b"x" * (50 * 1024 * 1024 + 2000))
    assert (response.status, json.loads(text)["body"]) == (200, 50 * 1024 * 1024 + 2000)
    too_big = {"Content-Length": str(60 * 1024 * 1024)}
    assert get(proxy, "/page/", "POST", headers=too_big)[0].status == 413


def test_the_whole_shipped_file_is_accepted_by_nginx(tmp_path):
    need("nginx", installed=nginx.installed())
    subject = [
        "-subj",
        "/CN=www.example.org",
        "-keyout",
        str(tmp_path / "key.pem"),
        "-out",
        str(tmp_path / "fullchain.pem"),
    ]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject], check=True, capture_output=True
    )
    result = nginx.check_whole_file(tmp_path)
    assert "syntax is ok" in result.stderr, result.stderr
    assert "[emerg]" not in result.stderr
