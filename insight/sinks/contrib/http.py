"""A receiver of CloudEvents in batches (CloudEvents HTTP binding 1.0, section 3.3)."""

import json

import requests

from core.services import Done, Outcome, Rejected, Retry, http_client
from insight.sinks.base import Batch, InsightSink

BATCH_TYPE = "application/cloudevents-batch+json"
#: Answers that may change by waiting: timeout, conflict with our own other try, too early, too many.
LATER = frozenset({408, 409, 423, 425, 429})
#: A refusal of the key or address is put right by a person; the events must wait for that and not be given up.
MENDED = frozenset({401, 403, 404})


class HttpSink(InsightSink):
    """``options``: ``url`` and ``token`` (sent as a bearer token). The key stands in ``Idempotency-Key``."""

    def send(self, batch: Batch) -> Outcome:
        """Post the batch; any answer of 2xx is a yes."""
        body = json.dumps(list(batch.events), ensure_ascii=False).encode()
        headers = {"Content-Type": BATCH_TYPE, "Idempotency-Key": batch.key, **bearer(self.options.get("token", ""))}
        return post(self.options["url"], body, headers)


def bearer(token: str) -> dict[str, str]:
    """Return the header that shows ``token``; none without one."""
    return {"Authorization": f"Bearer {token}"} if token else {}


def post(url: str, body: bytes, headers: dict[str, str]) -> Outcome:
    """Send one request and return what came of it; the answer's body is not read."""
    try:
        with http_client() as client, client.post(url, data=body, headers=headers, stream=True) as answer:
            status = answer.status_code
    except requests.RequestException as error:
        return Retry(f"http:{type(error).__name__}")
    if status in range(200, 300):
        return Done()
    if status in range(400, 500) and status not in LATER | MENDED:
        return Rejected(f"http:{status}")
    return Retry(f"http:{status}")
