"""Small real servers that take requests as council systems do: each remembers what it was given, by its own key."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import fromstring

NOW = "2026-03-02T10:00:00+00:00"


class Receiver(http.server.ThreadingHTTPServer):
    """``cases``: key -> what was sent; ``fails``: the status to answer with instead; ``states``: case -> its state."""

    daemon_threads = True

    def __init__(self, handler: type["Handler"]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.cases: dict[str, Any] = {}
        self.headers_seen: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.fails, self.states = 0, {}
        self.host = f"127.0.0.1:{self.server_port}"
        self.url = f"http://{self.host}"

    def number(self, key: str) -> str:
        """Return the number of a case."""
        return f"C-{list(self.cases).index(key) + 1}"


class Handler(http.server.BaseHTTPRequestHandler):
    """Reads the request and answers what ``answer`` returns: status, content type, body."""

    server: Receiver

    def log_message(self, *args: object) -> None:
        """Keep the test's output quiet."""

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.headers_seen.append({name.lower(): value for name, value in self.headers.items()})
        self.server.bodies.append(body)
        failed = self.server.fails
        status, kind, text = (failed, "text/plain", "Zoë O'Brien is not wanted") if failed else self.answer(body)
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = handle_any  # noqa: N815 - the names that http.server calls

    def answer(self, body: bytes) -> tuple[int, str, str]:
        raise NotImplementedError


class WebhookHandler(Handler):
    """Keeps messages by ``webhook-id``."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        key = self.headers["webhook-id"]
        self.server.cases.setdefault(key, json.loads(body))
        return 202, "application/json", json.dumps({"reference": self.server.number(key)})


class RestHandler(Handler):
    """``PUT /cases/<id>``, with a bearer token."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        if self.headers["Authorization"] != "Bearer s3cret":
            return 401, "text/plain", ""
        if self.path == "/health":
            return 200, "application/json", "{}"
        key = self.path.rpartition("/")[2]
        self.server.cases[key] = json.loads(body)
        return 201, "application/json", json.dumps({"case": self.server.number(key)})


class XmlHandler(Handler):
    """One address, XML in a SOAP envelope; a repeated message id is answered with the same case."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        texts = {element.tag.rpartition("}")[2]: element.text or "" for element in fromstring(body).iter()}
        if texts.get("Key") != "s3cret":
            return 500, "text/xml", "<Fault><faultcode>soap:Client</faultcode></Fault>"
        if "MessageId" in texts:
            self.server.cases.setdefault(texts["MessageId"], texts)
            return 200, "text/xml", f"<R><CaseId>{self.server.number(texts['MessageId'])}</CaseId></R>"
        state = self.server.states.get(texts.get("CaseId", ""), "new")
        return 200, "text/xml", f"<R><State>{state}</State><Changed>{NOW}</Changed><PublicText>Done</PublicText></R>"


class Open311Handler(Handler):
    """GeoReport v2, as far as it is used; it looks for our key among the attributes, as careful suppliers do."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        if self.command == "POST":
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            key = form["attribute[idempotency_key]"]
            self.server.cases.setdefault(key, form)
            return 201, "application/json", json.dumps([{"service_request_id": self.server.number(key)}])
        if self.path.startswith("/services"):
            return 200, "application/json", "[]"
        case = urlsplit(self.path).path.rpartition("/")[2].removesuffix(".json")
        row = {"status": self.server.states.get(case, "open"), "updated_datetime": NOW, "status_notes": "Done"}
        return 200, "application/json", json.dumps([row])


class CloudEventsHandler(Handler):
    """Takes batches of CloudEvents; a key that it has seen is answered alike and stored once."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        if self.headers["Authorization"] != "Bearer s3cret":
            return 401, "text/plain", ""
        if self.headers["Content-Type"] != "application/cloudevents-batch+json":
            return 415, "text/plain", ""
        self.server.cases.setdefault(self.headers["Idempotency-Key"], json.loads(body))
        return 202, "text/plain", ""


class ClickHouseHandler(Handler):
    """ClickHouse's HTTP interface, as far as it is used: one INSERT in JSONEachRow, once a deduplication token."""

    def answer(self, body: bytes) -> tuple[int, str, str]:
        if self.headers["X-ClickHouse-Key"] != "s3cret":
            return 401, "text/plain", "Code: 516. DB::Exception: default: Authentication failed"
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if query["query"] != "INSERT INTO insight_events FORMAT JSONEachRow":
            return 400, "text/plain", "Code: 62. DB::Exception: Syntax error"
        rows = [json.loads(line) for line in body.splitlines()]
        self.server.cases.setdefault(query["insert_deduplication_token"], rows)
        return 200, "text/plain", ""


@contextmanager
def receiving(handler: type[Handler]) -> Iterator[Receiver]:
    """Serve until the block ends."""
    with Receiver(handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
