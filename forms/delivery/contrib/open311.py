"""Open311 GeoReport v2 (wiki.open311.org): reports of problems in public places, for suppliers that speak it."""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import quote

import requests
from django.utils.translation import gettext_lazy as _

from core.services import Done, Outcome, Retry
from forms.delivery.base import Capability, Connector, Handover, Receiver, Report
from forms.delivery.http import call, failure, outage
from forms.delivery.reports import moment_or_none
from forms.models.submission import Status

STATES = {"open": Status.IN_PROGRESS, "closed": Status.CLOSED}
#: Our canonical names that GeoReport has fields of its own for.
OWN = {"email": "email", "phone": "phone", "name": "last_name"}
#: Marks a reference that is a token still: the supplier gives the id of the request later.
UNNAMED = "token:"


class Open311(Connector):
    """At least once: GeoReport has no key against repeats, so ours is sent as an attribute for suppliers that look."""

    slug = "open311"
    name = _("Open311 (GeoReport v2)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["url", "service_code"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "pattern": "^https?://", "description": "a web address"},
            "service_code": {"type": "string", "minLength": 1, "description": "the code of the service there"},
            "jurisdiction": {"type": "string", "description": "the jurisdiction id, if the supplier wants one"},
        },
    }
    capabilities = frozenset({Capability.STATUS_POLL, Capability.HEALTH})

    def deliver(self, handover: Handover) -> Outcome:
        """Post a service request; a supplier that answers with a token only is asked for the id later."""
        form = [("api_key", handover.receiver.secret), *_jurisdiction(handover.receiver), *_fields(handover)]
        try:
            answer = call("POST", _address(handover.receiver, "requests.json"), data=form)
        except requests.RequestException as error:
            return outage(error)
        if failed := failure(answer):
            return failed
        found = _first(answer)
        reference = str(found.get("service_request_id") or "")
        if not reference and found.get("token"):
            reference = f"{UNNAMED}{found['token']}"
        return Done(reference) if reference else Retry("no-reference")

    def fetch_status(self, remote_ref: str, receiver: Receiver) -> Report | None:
        """Ask for one service request; where there is a token only, ask what its id is first."""
        there = self._id_of_token(remote_ref, receiver) if remote_ref.startswith(UNNAMED) else remote_ref
        found = _ask(receiver, "requests", there) if there else {}
        status = STATES.get(str(found.get("status", "")).lower())
        if status is None:
            return None
        at = moment_or_none(str(found.get("updated_datetime") or ""))
        return Report(remote_ref, status, at, text=str(found.get("status_notes") or ""))

    def healthcheck(self, receiver: Receiver) -> str:
        """Ask for the list of services."""
        try:
            answer = call("GET", _address(receiver, "services.json"), params=_jurisdiction(receiver))
        except requests.RequestException as error:
            return f"http:{type(error).__name__}"
        return f"http:{answer.status_code}" if failure(answer) else ""

    def _id_of_token(self, remote_ref: str, receiver: Receiver) -> str:
        """Return the id of the request, or an empty text while the supplier has not given it one."""
        return str(_ask(receiver, "tokens", remote_ref.removeprefix(UNNAMED)).get("service_request_id") or "")


def _address(receiver: Receiver, path: str) -> str:
    return f"{receiver.options['url'].rstrip('/')}/{path}"


def _ask(receiver: Receiver, kind: str, name: str) -> dict[str, Any]:
    """Return what the supplier knows of one thing, empty where it knows nothing; its name leads nowhere else."""
    address = _address(receiver, f"{kind}/{quote(name, safe='')}.json")
    answer = call("GET", address, params=_jurisdiction(receiver))
    return {} if failure(answer) else _first(answer)


def _jurisdiction(receiver: Receiver) -> list[tuple[str, str]]:
    value = receiver.options.get("jurisdiction", "")
    return [("jurisdiction_id", value)] if value else []


def _fields(handover: Handover) -> Iterator[tuple[str, str]]:
    """Yield the fields of a service request: place, contact, a description, the answers as attributes."""
    yield "service_code", handover.receiver.options["service_code"]
    for answer in handover.envelope["answers"]:
        if answer["kind"] == "location":
            yield from _place(answer["value"])
        if answer["name"] in OWN:
            yield OWN[answer["name"]], "\n".join(answer["text"])
    for name, text in handover.fields.items():
        yield f"attribute[{name}]", text
    yield "attribute[idempotency_key]", handover.idempotency_key
    yield "attribute[council_reference]", handover.submission.reference
    labels = (f"{answer['label']}: {', '.join(answer['text'])}" for answer in handover.envelope["answers"])
    yield "description", "\n".join(labels)


def _place(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if value.get("latitude") and value.get("longitude"):
        yield "lat", value["latitude"]
        yield "long", value["longitude"]
    yield "address_string", value.get("place") or "-"


def _first(answer: requests.Response) -> dict[str, Any]:
    """Return the first thing in the list that GeoReport answers with."""
    try:
        found = answer.json()
    except requests.JSONDecodeError:
        return {}
    row = found[0] if isinstance(found, list) and found else found
    return row if isinstance(row, dict) else {}
