"""What each register holds, as data: the fields of its schema, and the headings that other systems give them."""

from collections.abc import Mapping
from dataclasses import dataclass

_REFERENCE = ("reference", "ref", "case reference", "case ref", "case number", "case id", "case", "id", "number")
_SERVICE = ("service", "department", "service area", "team", "directorate")
_TOPIC = ("topic", "subject", "category", "type", "nature of complaint", "summary", "reason")
_CHANNEL = ("channel", "method", "received by", "source", "contact method")
_CASE_DATES = {
    "received_on": (
        "received_on",
        "received",
        "date received",
        "received date",
        "opened",
        "date opened",
        "date",
        "created",
    ),
    "due_on": ("due_on", "due", "due date", "date due", "target date", "target"),
    "closed_on": ("closed_on", "closed", "date closed", "closed date", "response date", "date of response", "resolved"),
}
#: Words that systems use for channels, beside the schema's own.
CHANNELS: Mapping[str, str] = {
    "web": "web", "online": "web", "web form": "web", "webform": "web", "website": "web", "phone": "phone",
    "telephone": "phone", "call": "phone", "in person": "counter", "face to face": "counter", "f2f": "counter",
    "counter": "counter", "kiosk": "kiosk", "qr": "qr", "paper": "paper", "email": "email", "e-mail": "email",
    "post": "post", "letter": "post", "chat": "chat", "webchat": "chat", "web chat": "chat", "social": "social",
    "social media": "social",
}  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """``name`` is the schema's. ``key``: the fields that make a row one thing. ``stages``: it may be closed later.

    ``channel`` is that of a row that tells none.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    key: tuple[str, ...]
    dates: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    stages: bool = False
    channel: str = "web"


def _cases(name: str) -> Shape:
    columns = {
        "case": _REFERENCE, "service": _SERVICE, "topic": _TOPIC, "channel": _CHANNEL, "ward": ("ward",),
        "outcome": ("outcome", "decision", "result"), **_CASE_DATES,
    }  # fmt: skip
    return Shape(name, columns, ("case", "received_on"), ("case",), tuple(_CASE_DATES), stages=True)


#: What is counted in a period: all contacts, and of how many of them each of the others is true.
PARTS = ("contacts", "answered", "avoidable", "resolved_first", "repeat")
_VOLUME = Shape(
    "contact.volume",
    {
        "period": ("period", "date", "month", "week", "day", "week beginning", "from"),
        "unit": ("unit", "period length", "interval"),
        "service": _SERVICE,
        "channel": _CHANNEL,
        "contacts": ("contacts", "offered", "calls", "volume", "calls offered", "visits", "total"),
        "answered": ("answered", "calls answered", "handled", "seen"),
        "avoidable": ("avoidable", "avoidable contact", "failure demand"),
        "resolved_first": (
            "resolved_first",
            "resolved first",
            "first contact resolution",
            "fcr",
            "resolved at first contact",
        ),
        "repeat": ("repeat", "repeats", "repeat contacts", "repeat contact", "chased"),
    },
    ("period", "contacts"),
    ("period", "unit", "service", "channel"),
    ("period",),
    PARTS,
    channel="phone",
)
#: By the name that a person types.
SHAPES: Mapping[str, Shape] = {
    "complaints": _cases("complaint"),
    "compliments": _cases("compliment"),
    "foi": _cases("foi"),
    "enquiries": _cases("member.enquiry"),
    "volumes": _VOLUME,
}
