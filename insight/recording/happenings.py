"""Events that nobody answers: steps through a form, and searches."""

from insight.models.event import Standing
from insight.privacy import scrub, tidy
from insight.recording.store import Fact, record
from insight.types import FormEventKind

#: Characters of a search that are looked at and kept.
QUERY_LIMIT = 200


def record_form_event(  # noqa: PLR0917 - the contract with the forms room
    kind: FormEventKind, form_slug: str, version: int, step: str = "", locale: str = "en", channel: str = "web"
) -> str:
    """Store that a form was started, a step finished, and so on; return the event id, empty if not stored."""
    data = {"form": form_slug, "version": version, "step": step, "locale": locale, "channel": channel}
    return record(Fact(f"form.{kind}", "/forms", f"form:{form_slug}:{version}"[:160], data))


def record_search(query: str, results: int, locale: str) -> str:
    """Store what was looked for, without personal data and without anything about who looked."""
    words = scrub(tidy(query)[:QUERY_LIMIT]).text[:QUERY_LIMIT]
    data = {"query_scrubbed": words, "results": results, "locale": locale, "channel": "web"}
    return record(Fact("search", "/search", "search:site", data, standing=Standing.COUNTED))
