"""A signed webhook: the whole envelope as JSON, signed as Standard Webhooks are; states come back the same way."""

import json
from collections.abc import Mapping
from typing import ClassVar

import requests
from django.utils.translation import gettext_lazy as _

from core.services import Done, Outcome, Retry
from forms.delivery.base import Capability, Connector, Handover, Receiver, Report
from forms.delivery.http import call, failure, outage
from forms.delivery.reports import report_from_json
from forms.delivery.signing import signed_headers, verify

EVENT = "request.submitted"


class Webhook(Connector):
    """Exactly once with a receiver that keeps ``webhook-id``, which is the same on each try."""

    slug = "webhook"
    name = _("Signed webhook (JSON)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["url"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "format": "uri", "pattern": "^https?://", "description": "a web address"}
        },
    }
    capabilities = frozenset({Capability.STATUS_PUSH})

    def deliver(self, handover: Handover) -> Outcome:
        """Post ``{"type", "data": envelope}``; any answer of 2xx is a yes, its ``reference`` is remembered."""
        if not handover.receiver.secret:
            return Retry("no-secret")  # nobody could tell it from a forged one
        body = json.dumps({"type": EVENT, "data": handover.envelope}, ensure_ascii=False).encode()
        headers = signed_headers(handover.receiver.secret, handover.idempotency_key, body)
        try:
            answer = call(
                "POST",
                handover.receiver.options["url"],
                data=body,
                headers={**headers, "Content-Type": "application/json"},
            )
        except requests.RequestException as error:
            return outage(error)
        return failure(answer) or Done(_reference(answer) or handover.submission.reference)

    def read_inbound(self, headers: Mapping[str, str], body: bytes, receiver: Receiver) -> Report:
        """Return the state in a message that the receiver signed with the same secret."""
        return report_from_json(body, event_id=verify(receiver.secret, headers, body))


def _reference(answer: requests.Response) -> str:
    try:
        found = answer.json()
    except requests.JSONDecodeError:
        return ""
    return str(found.get("reference", "")) if isinstance(found, dict) else ""
