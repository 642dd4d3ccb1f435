"""Events that nobody answers: steps through a form, and searches."""

from datetime import date

from core.services import keyed_hash
from insight.models.event import Standing
from insight.privacy import scrub, tidy
from insight.recording.identifiers import derived_id, time_ordered_id
from insight.recording.store import Fact, record
from insight.types import FormEventKind, Subject

#: Characters of a search that are looked at and kept.
QUERY_LIMIT = 200


def record_form_event(  # noqa: PLR0917 - the contract with the forms room
    kind: FormEventKind,
    form_slug: str,
    version: int,
    step: str = "",
    locale: str = "en",
    channel: str = "web",
    once: str = "",
) -> str:
    """Store that a form was started, a step finished, and so on; return the event id, empty if not stored.

    With ``once``, which names what it happened to, the same told again changes nothing.
    """
    data = {"form": form_slug, "version": version, "step": step, "locale": locale, "channel": channel}
    name = derived_id("/forms", kind, once) if once else time_ordered_id()
    return record(Fact(f"form.{kind}", "/forms", f"form:{form_slug}:{version}"[:160], data, event_id=name))


def record_status(case: str, state: str, at: date, promised_on: date | None, subject: Subject) -> str:
    """Store that a case went into another state; its reference is kept as a keyed hash only. Returns the event id."""
    data = {
        "case": keyed_hash(case.casefold(), purpose="insight.case"),
        "state": state,
        "at": at.isoformat(),
        "channel": "web",
        "locale": "en",
    }
    if promised_on is not None:
        data["promised_on"] = promised_on.isoformat()
    return record(Fact("status", "/forms", subject.key, data, service=subject.service))


def record_search(query: str, results: int, locale: str) -> str:
    """Store what was looked for, without personal data and without anything about who looked."""
    words = scrub(tidy(query)[:QUERY_LIMIT]).text[:QUERY_LIMIT]
    data = {"query_scrubbed": words, "results": results, "locale": locale, "channel": "web"}
    return record(Fact("search", "/search", "search:site", data, standing=Standing.COUNTED))
