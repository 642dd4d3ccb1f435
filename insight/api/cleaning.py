"""What an event of another system may hold: personal data goes, and what no report could use is refused."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from core.services import keyed_hash
from insight.privacy import scrub, tidy
from insight.recording.store import Fact
from insight.sources.cells import LARGEST, WRITTEN
from insight.sources.rows import parts_fault
from insight.types import CAMPAIGN_LENGTH, UNKNOWN_PAGE


def clean(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``data`` without personal data or control characters, as an imported row loses them.

    A case's reference becomes a keyed hash, the same as in an import; what people write is scrubbed.
    """
    tidied = {name: _plain(value) for name, value in data.items()}
    case = tidied.get("case")
    if isinstance(case, str) and case:
        tidied["case"] = keyed_hash(case.casefold(), purpose="insight.case")
    for name, longest in WRITTEN.items():
        words = tidied.get(name)
        if isinstance(words, str) and len(words) <= longest:
            tidied[name] = scrub(words).text[:longest]
    campaign = tidied.get("campaign")
    if isinstance(campaign, str) and len(campaign) <= CAMPAIGN_LENGTH:
        tidied["campaign"] = _campaign(campaign)
    return tidied


def _campaign(name: str) -> str:
    """Return a campaign's short name in small letters; with personal data between its dashes it fits no schema."""
    words = scrub(name.replace("-", " ").replace("_", " "))
    return words.text if words.spans else name.lower()


def _plain(value: Any) -> Any:
    """Return a text without control characters, and 5.0, which JSON Schema calls whole, as 5."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return tidy(value) if isinstance(value, str) else value


def size_fault(fact: Fact) -> str:
    """Return what is wrong with a number: no count of the database holds it, or a part is more than the whole."""
    numbers = (value for value in fact.data.values() if isinstance(value, int | float))
    if any(number > LARGEST for number in numbers):
        return f"a number is larger than {LARGEST:,}"
    return parts_fault(fact.data)


def page_fault(fact: Fact) -> str:
    """Return what is wrong with the page of an answer: reports look it up by its key."""
    kind, _colon, ref = fact.subject.partition(":")
    for key in (fact.data.get("page", ""), ref if kind == "page" else ""):
        if key not in ("", UNKNOWN_PAGE) and not _is_uuid(str(key)):
            return "a page is named by its translation key, a UUID"
    return ""


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
