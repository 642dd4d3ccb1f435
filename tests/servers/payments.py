"""A payment provider as a small separate web server: the API of GOV.UK Pay, and one like a council income system's.

``pay(id)`` stands for what a resident does on its page. It can be made to fail, to hang and to forget its answer.
"""

import http.server
import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

KEY = "api_test_key"


class PaymentServer(http.server.ThreadingHTTPServer):
    """``payments``: id -> its facts. ``fails``: the status to answer with; ``drops``: do it, then answer 500 once."""

    daemon_threads = True

    def __init__(self, handler: type["PaymentHandler"]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.payments: dict[str, dict[str, Any]] = {}
        self.fails, self.drops, self.slow = 0, 0, 0.0
        self.calls: list[tuple[str, str]] = []
        self.lock = threading.Lock()
        self.host = f"127.0.0.1:{self.server_port}"
        self.url = f"http://{self.host}"

    @property
    def only(self) -> dict[str, Any]:
        """Return the one payment that there is."""
        (found,) = self.payments.values()
        return found

    def pay(self, state: str = "capturable") -> dict[str, Any]:
        """Do on the newest payment's page what a resident does."""
        found = list(self.payments.values())[-1]
        found["state"] = state
        return found

    @property
    def taken(self) -> int:
        """Return all the money that was taken and not given back, in pence."""
        rows = self.payments.values()
        return sum(row["amount"] - row["refunded"] for row in rows if row["state"] in ("success", "AUTHORISED"))


class PaymentHandler(http.server.BaseHTTPRequestHandler):
    """Reads the request; ``answer`` returns a status and JSON."""

    server: PaymentServer

    def log_message(self, *args: object) -> None:
        """Keep the test's output quiet."""

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.calls.append((self.command, self.path))
        time.sleep(self.server.slow)
        if self.server.fails:
            status, found = self.server.fails, {"code": "P0999", "description": "Zoë O'Brien is not wanted"}
        else:
            with self.server.lock:
                status, found = self.answer(json.loads(body) if body else {})
            if self.server.drops:
                self.server.drops -= 1
                status = 500
        content = json.dumps(found).encode() if status != 204 else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = handle_any  # noqa: N815 - the names that http.server calls

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        raise NotImplementedError

    def made(self, key: str, facts: dict[str, Any]) -> dict[str, Any]:
        """Return the payment of a key, made now or earlier."""
        rows = self.server.payments
        found = next((row for row in rows.values() if row["key"] == key), None)
        if found is None:
            found = {"id": uuid.uuid4().hex[:26], "key": key, "refunded": 0, "refund_keys": [], **facts}
            rows[found["id"]] = found
        return found

    def find(self) -> tuple[dict[str, Any] | None, str]:
        """Return the payment that the path names, and what is asked of it."""
        parts = self.path.strip("/").split("/")
        at = 2 if parts[0] == "v1" else 1
        verb = parts[at + 1] if len(parts) > at + 1 else ""
        return self.server.payments.get(parts[at] if len(parts) > at else ""), verb


class GovukPayHandler(PaymentHandler):
    """GOV.UK Pay's public API, as far as it is used."""

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if self.headers["Authorization"] != f"Bearer {KEY}":
            return 401, {"code": "P0900"}
        if self.command == "POST" and self.path == "/v1/payments":
            assert body["delayed_capture"] is True
            facts = {"amount": body["amount"], "state": "created", "return_url": body["return_url"]}
            return 201, self.shown(self.made(self.headers["Idempotency-Key"], facts))
        row, verb = self.find()
        if row is None:
            return 404, {"code": "P0200"}
        return self.act(row, verb, body) if self.command == "POST" else (200, self.shown(row))

    def act(self, row: dict[str, Any], verb: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        moves = {"capture": (("capturable",), "success"), "cancel": (("created", "started", "capturable"), "cancelled")}
        if verb == "refunds":
            left = row["amount"] - row["refunded"]
            if row["state"] != "success" or body["refund_amount_available"] != left or body["amount"] > left:
                return 412, {"code": "P0604"}
            row["refunded"] += body["amount"]
            return 202, {"refund_id": uuid.uuid4().hex, "status": "submitted"}
        before, after = moves[verb]
        if row["state"] not in before:
            return 400, {"code": "P0501"}
        row["state"] = after
        return 204, {}

    def shown(self, row: dict[str, Any]) -> dict[str, Any]:
        finished = row["state"] in ("success", "failed", "cancelled", "error")
        link = None if finished else {"href": f"{self.server.url}/secure/{row['id']}", "method": "GET"}
        return {
            "payment_id": row["id"],
            "amount": row["amount"],
            "state": {"status": row["state"], "finished": finished},
            "refund_summary": {"amount_submitted": row["refunded"]},
            "_links": {"next_url": link},
        }


class CivicaPayHandler(PaymentHandler):
    """A council income system: amounts in pounds, money taken at once, refunds by key."""

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if self.headers["X-API-Key"] != KEY:
            return 401, {}
        if self.command == "POST" and self.path == "/transactions":
            (line,) = body["items"]
            facts = {
                "amount": int(Decimal(line["amount"]) * 100),
                "state": "PENDING",
                "fund": line["fund"],
                "code": line["accountCode"],
                "return_url": body["returnUrl"],
            }
            return 201, self.shown(self.made(body["callingReference"], facts))
        row, verb = self.find()
        if row is None:
            return 404, {}
        if verb == "refunds":
            return self.refund(row, body)
        if verb == "cancel":
            if row["state"] == "AUTHORISED":
                return 409, {}
            row["state"] = "ABANDONED"
        return 200, self.shown(row)

    def refund(self, row: dict[str, Any], body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        amount = int(Decimal(body["amount"]) * 100)
        if body["callingReference"] not in row["refund_keys"]:
            if row["state"] != "AUTHORISED" or row["refunded"] + amount > row["amount"]:
                return 400, {}
            row["refunded"] += amount
            row["refund_keys"].append(body["callingReference"])
        return 200, self.shown(row)

    def shown(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "transactionId": row["id"],
            "amount": f"{row['amount'] / 100:.2f}",
            "refunded": f"{row['refunded'] / 100:.2f}",
            "status": row["state"],
            "paymentUrl": f"{self.server.url}/pay/{row['id']}" if row["state"] in ("PENDING", "IN_PROGRESS") else "",
        }


@contextmanager
def taking_payments(handler: type[PaymentHandler]) -> Iterator[PaymentServer]:
    """Serve until the block ends."""
    with PaymentServer(handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
