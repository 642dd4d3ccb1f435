"""A case system of the SOAP kind: XML in an envelope to one address, and no calls back, so it is asked."""

from collections.abc import Iterator
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement, tostring

import requests
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.utils.translation import gettext_lazy as _

from core.services import Done, Outcome, Rejected, Retry
from forms.delivery.base import Capability, Connector, Handover, Receiver, Report
from forms.delivery.http import SERVER_ERROR, call, failure, outage
from forms.delivery.reports import moment_or_none
from forms.models.submission import Status

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
CASES = "urn:cases:1"
#: Faults of the client's making: sending the same again does not help (SOAP 1.1, 4.4.1).
CLIENT_FAULT = "Client"


class CaseXml(Connector):
    """Exactly once: the receiver keeps ``MessageId`` and answers a repeat with the same case."""

    slug = "case-xml"
    name = _("Case system (XML, asked for its states)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["url", "service"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "pattern": "^https?://", "description": "a web address"},
            "service": {"type": "string", "minLength": 1, "description": "the name of the service there"},
            "states": {"type": "object", "description": "their state, then ours"},
        },
    }
    capabilities = frozenset({Capability.STATUS_POLL, Capability.HEALTH})

    def deliver(self, handover: Handover) -> Outcome:
        """Ask it to open a case."""
        request = Element(f"{{{CASES}}}OpenCase")
        _add(request, "MessageId", handover.idempotency_key)
        _add(request, "Service", handover.receiver.options["service"])
        _add(request, "ClientReference", handover.submission.reference)
        for name, text in handover.fields.items():
            _add(request, "Field", text).set("name", name)
        try:
            answer = _call(request, handover.receiver)
        except requests.RequestException as error:
            return outage(error)
        fault = _text(answer, "faultcode")
        if fault.endswith(CLIENT_FAULT):
            return Rejected("soap:client")
        if fault or answer.status_code >= SERVER_ERROR:
            return Retry("soap:server")
        if failed := failure(answer):
            return failed
        case = _text(answer, "CaseId")
        return Done(case) if case else Retry("no-reference")

    def fetch_status(self, remote_ref: str, receiver: Receiver) -> Report | None:
        """Ask how a case stands."""
        request = Element(f"{{{CASES}}}GetCase")
        _add(request, "CaseId", remote_ref)
        answer = _call(request, receiver)
        theirs = _text(answer, "State")
        status = receiver.options.get("states", {}).get(theirs, theirs)
        if failure(answer) or status not in Status.values:
            return None
        at = moment_or_none(_text(answer, "Changed"))
        return Report(remote_ref, status, at, text=_text(answer, "PublicText"))

    def healthcheck(self, receiver: Receiver) -> str:
        """Send it a ping."""
        try:
            answer = _call(Element(f"{{{CASES}}}Ping"), receiver)
        except requests.RequestException as error:
            return f"http:{type(error).__name__}"
        return f"http:{answer.status_code}" if failure(answer) else ""


def _call(request: Element, receiver: Receiver) -> requests.Response:
    envelope = Element(f"{{{SOAP}}}Envelope")
    header = SubElement(envelope, f"{{{SOAP}}}Header")
    _add(header, "Key", receiver.secret)
    SubElement(envelope, f"{{{SOAP}}}Body").append(request)
    headers = {"Content-Type": "text/xml; charset=utf-8"}
    return call("POST", receiver.options["url"], data=tostring(envelope, encoding="utf-8"), headers=headers)


def _add(parent: Element, name: str, text: str) -> Element:
    """Add an element. Characters that XML 1.0 cannot hold become a replacement character."""
    child = SubElement(parent, f"{{{CASES}}}{name}")
    child.text = "".join(_xml_characters(text))
    return child


def _xml_characters(text: str) -> Iterator[str]:
    for character in text:
        allowed = character in "\t\n\r" or " " <= character < "\ud800" or "\ue000" <= character <= "\ufffd"
        yield character if allowed or character > "\uffff" else "\ufffd"


def _text(answer: requests.Response, name: str) -> str:
    """Return the text of the first element of that name in any namespace; entities and bombs are refused unread."""
    try:
        root = fromstring(answer.content)
    except (ParseError, DefusedXmlException):
        return ""
    found = next((element for element in root.iter() if element.tag.rpartition("}")[2] == name), None)
    return (found.text or "").strip() if found is not None else ""
