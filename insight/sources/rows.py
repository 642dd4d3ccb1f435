"""From a row to the facts that it tells. Personal data is out before anything else: the reference as a keyed hash."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from core.services import keyed_hash
from insight.privacy import scrub, tidy
from insight.recording.identifiers import derived_id
from insight.recording.store import Fact
from insight.retention import RAW_EVENTS_DAYS
from insight.sources.cells import LARGEST, WRITTEN, RowError, channel, count, day
from insight.sources.shapes import PARTS, Shape

#: What is older would be removed in the next night, and counted again when the same file is imported once more.
OLDEST = timedelta(days=RAW_EVENTS_DAYS - 1)


def headings_of(shape: Shape, headings: list[str]) -> dict[str, str]:
    """Return {field: heading} for the headings of a file. Raises RowError when a column that is needed is missing."""
    found: dict[str, str] = {}
    for name, aliases in shape.columns.items():
        heading = next((alias for alias in aliases if alias in headings and alias not in found.values()), None)
        if heading:
            found[name] = heading
    missing = [name for name in shape.required if name not in found]
    if missing:
        wanted = "; ".join(f"{name} (or: {', '.join(shape.columns[name][:4])})" for name in missing)
        raise RowError(f"The file has no column for {wanted}. Its columns are: {', '.join(headings)}.")
    return found


def facts_of(shape: Shape, row: Mapping[str, str], source: str) -> list[Fact]:
    """Return what one row tells: that a case came in and, where it says so, that it was closed; or one count.

    ``row`` holds text by field name. What is older than events are kept is not told again. Raises RowError.
    """
    told = _facts(shape, row, source)
    kept = [fact for fact in told if fact.time > timezone.now() - OLDEST]
    if not kept:
        raise RowError(f"The row is more than {OLDEST.days} days old: events that old are no longer kept.")
    return kept


def _facts(shape: Shape, row: Mapping[str, str], source: str) -> list[Fact]:
    data = _data(shape, row)
    service = slugify(row.get("service", ""))[:80]
    subject = f"service:{service or 'unknown'}"
    if not shape.stages:
        key = [str(data.get(name, service if name == "service" else "")) for name in shape.key]
        return [_fact(shape, source, subject, service, data, data["period"], key)]
    case = data["case"]
    received = {name: value for name, value in data.items() if name not in ("closed_on", "outcome")}
    told = [
        _fact(
            shape, source, subject, service, {**received, "stage": "received"}, data["received_on"], [case, "received"]
        )
    ]
    if "closed_on" in data:
        told.append(
            _fact(shape, source, subject, service, {**data, "stage": "closed"}, data["closed_on"], [case, "closed"])
        )
    return told


def _data(shape: Shape, row: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"channel": channel(row.get("channel") or shape.channel), "locale": "en"}
    if "unit" in shape.columns:
        data["unit"] = row.get("unit", "").casefold() or "month"
    for name in shape.required:
        if not row.get(name):
            raise RowError(f"The row has no {name}.")
    told = {name: value for name, value in row.items() if value and name not in ("channel", "unit", "service")}
    data.update({name: _value(shape, name, value) for name, value in told.items()})
    if "closed_on" in data and data["closed_on"] < data["received_on"]:
        raise RowError(f"It was closed ({data['closed_on']}) before it was received ({data['received_on']}).")
    fault = parts_fault(data)
    if fault:
        raise RowError(f"{fault}.")
    return data


def parts_fault(data: Mapping[str, Any]) -> str:
    """Return which count is larger than that of all contacts; empty where none is, or there are no contacts."""
    most = data.get("contacts", LARGEST)
    return next((f"{name} is larger than contacts" for name in PARTS if data.get(name, 0) > most), "")


def _value(shape: Shape, name: str, text: str) -> str | int:
    """Return one cell as its schema wants it."""
    if name in shape.dates:
        return day(text, name).isoformat()
    if name in shape.counts:
        return count(text, name)
    if name == "case":
        return keyed_hash(text.casefold(), purpose="insight.case")
    return scrub(tidy(text)).text[: WRITTEN[name]]


def _fact(shape: Shape, source: str, subject: str, service: str, data: dict[str, Any], on: str, key: list[str]) -> Fact:  # noqa: PLR0917 - the parts of one envelope
    moment = timezone.make_aware(datetime.combine(date.fromisoformat(on), time(12)))
    return Fact(
        shape.name, source, subject, data, service=service, event_id=derived_id(source, shape.name, *key), time=moment
    )
