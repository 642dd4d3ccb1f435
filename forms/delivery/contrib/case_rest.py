"""A case system that speaks REST and JSON: ``PUT /cases/<our id>``, and calls back when a case moves on."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

import requests
from django.utils.translation import gettext_lazy as _

from core.services import Done, Outcome, Retry
from forms.delivery.base import Capability, Connector, Handover, InboundRefusedError, Receiver, Report
from forms.delivery.http import call, failure, outage
from forms.delivery.reports import report_from_json
from forms.delivery.signing import signing_secret, verify


class CaseRest(Connector):
    """Exactly once: a PUT to the same address is the same case."""

    slug = "case-rest"
    name = _("Case system (REST and JSON)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["url", "case_type"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "pattern": "^https?://", "description": "a web address"},
            "case_type": {"type": "string", "minLength": 1, "description": "the type of case there"},
            "states": {"type": "object", "description": "their state, then ours"},
        },
    }
    capabilities = frozenset({Capability.STATUS_PUSH, Capability.HEALTH})

    def deliver(self, handover: Handover) -> Outcome:
        """Put the case and remember its number there."""
        receiver, submission = handover.receiver, handover.submission
        case = {
            "type": receiver.options["case_type"],
            "externalReference": submission.reference,
            "targetDate": handover.envelope["due_on"],
            "fields": handover.fields,
        }
        try:
            answer = call("PUT", _address(receiver, f"cases/{submission.pk}"), json=case, headers=_headers(receiver))
        except requests.RequestException as error:
            return outage(error)
        if failed := failure(answer):
            return failed
        number = _number(answer)
        return Done(number) if number else Retry("no-reference")

    def read_inbound(self, headers: Mapping[str, str], body: bytes, receiver: Receiver) -> Report:
        """Return the state in a signed call; their names of states are translated by the options."""
        event_id = verify(signing_secret(receiver.secret), headers, body)
        return report_from_json(_in_our_words(body, receiver), event_id)

    def healthcheck(self, receiver: Receiver) -> str:
        """Ask whether it is up."""
        try:
            answer = call("GET", _address(receiver, "health"), headers=_headers(receiver))
        except requests.RequestException as error:
            return f"http:{type(error).__name__}"
        return f"http:{answer.status_code}" if failure(answer) else ""


def _in_our_words(body: bytes, receiver: Receiver) -> bytes:
    try:
        data: Any = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise InboundRefusedError("not-json") from None
    if isinstance(data, dict):
        states = receiver.options.get("states", {})
        data["status"] = states.get(str(data.get("status")), data.get("status"))
        data["reference"] = data.get("case", data.get("reference"))
    return json.dumps(data).encode()


def _address(receiver: Receiver, path: str) -> str:
    return f"{receiver.options['url'].rstrip('/')}/{path}"


def _headers(receiver: Receiver) -> dict[str, str]:
    return {"Authorization": f"Bearer {receiver.secret}"}


def _number(answer: requests.Response) -> str:
    try:
        found = answer.json()
    except requests.JSONDecodeError:
        return ""
    return str(found.get("case") or "") if isinstance(found, dict) else ""
