"""What kind of question a label asks. Guesses from words that forms of all councils share; English only."""

import re
from dataclasses import dataclass, field

_RULES: tuple[tuple[str, str], ...] = (
    ("email", r"\be-?mail\b"),
    ("phone", r"\b(?:tele)?phone\b|\btel\b|\bmobile\b|\bcontact (?:no|number)\b"),
    ("ni_number", r"\bnational insurance\b|\bn\.?i\.? (?:no|number)\b"),
    ("declaration", r"\bsign(?:ed|ature)?\b|\bi (?:confirm|declare|agree|understand|consent)\b"),
    ("website", r"\bweb ?(?:site|page| address)\b|\burl\b"),
    ("month", r"\bmonth and year\b|\bexpiry\b"),
    ("date", r"\bdate\b|\bd\.?o\.?b\.?\b|\bborn\b|\bwhen (?:did|do|will|would|was)\b|\bday of\b"),
    ("address", r"\baddress\b"),
    ("file", r"\b(?:attach|enclose|upload)\b|\bphoto(?:graph)?s? of\b"),
    ("number", r"\bhow (?:many|old|long)\b|\bnumber of\b|\bno\.? of\b|\bage\b|\bquantity\b"),
    ("money", r"£|\bhow much\b|\bamount\b|\bcost\b|\bprice\b|\bincome\b|\bsalary\b|\bwages?\b|\bfee\b"),
    ("name", r"\b(?:full |first |last |middle |your |family |maiden )?names?\b|\bsurname\b|\bforename"),
    ("long_text", r"\b(?:describe|details?|explain|reasons?|comments?|tell us|why|what happened|information|notes?)\b"),
)
RULES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _RULES)
YES_NO = re.compile(
    r"^(?:do|does|did|are|is|was|were|have|has|had|will|would|can|could|may|should)\b.*\?", re.IGNORECASE
)
#: A thing's name is no person's name.
THING = re.compile(
    r"\b(?:company|business|organi[sz]ation|school|street|house|road|trading|pet|bank)\b.*\bname"
    r"|\bname of (?:the |your )?(?:company|business|organi[sz]ation|school|street|pet|bank|premises)",
    re.IGNORECASE,
)
SECRET = re.compile(r"\b(?:sort code|account n|card n|security code|cvv|pin\b|password|bank)\b", re.IGNORECASE)
POSTCODE = re.compile(r"^\W*post ?code\W*$", re.IGNORECASE)
OFFICE_ONLY = re.compile(r"\b(?:for )?(?:office|official|internal|staff|council) use\b", re.IGNORECASE)
CANONICAL = {"name": "name", "email": "email", "phone": "phone", "address": "address"}


@dataclass
class Guess:
    """One question as we understood it. ``seen`` is what stood in the document."""

    kind: str
    label: str
    seen: str
    options: list[str] = field(default_factory=list)
    required: bool = True
    longest: int = 0
    warning: str = ""


def kind_of(label: str, otherwise: str = "text") -> str:
    """Return the kind of a question by its words."""
    if YES_NO.search(label):
        return "yes_no"
    if THING.search(label) or POSTCODE.match(label):
        return "text"
    return next((kind for kind, pattern in RULES if pattern.search(label)), otherwise)
