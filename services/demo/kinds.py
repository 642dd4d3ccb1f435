"""How the YAML of the demo fills what only some page types have: steps, days, facets, opening times."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from core.services import DemoContext
from services.demo.lookup import page_id, page_named
from services.demo.markdown import block_id, blocks_of, rich_text
from services.demo.pictures import picture

Spec = dict[str, Any]
Fill = Callable[[DemoContext, Any, Spec], None]


def text_of(field: str) -> Fill:
    """Return what fills a body of another name from Markdown."""

    def fill(_context: DemoContext, page: Page, spec: Spec) -> None:
        setattr(page, field, blocks_of(spec[field], f"{page.slug}:{field}", page_id))

    return fill


def _set(_context: DemoContext, page: Page, spec: Spec) -> None:
    """Plain values, as they stand."""
    for name, value in spec["set"].items():
        setattr(page, name, value)


def days_of(spec: Spec) -> Spec:
    """Return days and times, counted from the day of loading: the demo is never out of date on its first day."""
    today = timezone.localdate()
    days = {name: today + timedelta(days=away) for name, away in spec.get("days", {}).items()}
    times = {
        name: timezone.make_aware(datetime.combine(today + timedelta(days=away), time.fromisoformat(clock)))
        for name, (away, clock) in spec.get("times", {}).items()
    }
    return {**days, **times}


def _days(_context: DemoContext, page: Page, spec: Spec) -> None:
    for name, value in days_of(spec).items():
        setattr(page, name, value)


def _links(_context: DemoContext, page: Page, spec: Spec) -> None:
    """Fields that hold a page of this room."""
    for name, slug in spec["links"].items():
        setattr(page, name, page_named(slug))


def _journey(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.steps = [
        {"type": "step", "id": str(block_id(f"{page.slug}:steps", number)), "value": _step(step)}
        for number, step in enumerate(spec["journey"])
    ]


def _step(step: Spec) -> Spec:
    tasks = [_task(task) for task in step.get("tasks", [])]
    text = rich_text(step.get("text", ""), page_id)
    return {"title": step["title"], "follows": step.get("follows", "then"), "text": text, "tasks": tasks}


def _task(task: Spec) -> Spec:
    page = page_id(task["page"]) if "page" in task else None
    return {"text": task["text"], "page": page, "url": task.get("url", ""), "note": task.get("note", "")}


def _facets(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.facets = [
        {
            "type": "facet",
            "id": str(block_id(f"{page.slug}:facets", number)),
            "value": {
                "name": name,
                "options": [{"label": label, "key": key} for key, label in options.items()],
            },
        }
        for number, (name, options) in enumerate(spec["facets"].items())
    ]


def _needs(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.needs = [
        {"type": "need", "id": str(block_id(f"{page.slug}:needs", number)), "value": need}
        for number, need in enumerate(spec["needs"])
    ]


def _opening(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.opening = [
        {
            "type": "every_week",
            "id": str(block_id(f"{page.slug}:opening", number)),
            "value": {"days": [str(day) for day in days], "opens": opens, "closes": closes},
        }
        for number, (days, opens, closes) in enumerate(spec["opening"])
    ]


def tasks_for(field: str) -> Fill:
    """Return what fills a list of tasks."""

    def fill(_context: DemoContext, page: Page, spec: Spec) -> None:
        rows = enumerate(spec[field])
        name = f"{page.slug}:{field}"
        tasks = [{"type": "task", "id": str(block_id(name, number)), "value": _task(task)} for number, task in rows]
        setattr(page, field, tasks)

    return fill


def _points(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.points = [
        {
            "type": "point",
            "id": str(block_id(f"{page.slug}:points", number)),
            "value": {"text": words, "picture": {"image": picture(name), "decorative": True, "alt_text": ""}},
        }
        for number, (name, words) in enumerate(spec["points"])
    ]


KINDS: dict[str, Fill] = {
    "set": _set,
    "days": _days,
    "times": _days,
    "links": _links,
    "journey": _journey,
    "facets": _facets,
    "needs": _needs,
    "opening": _opening,
    "deals_with": tasks_for("deals_with"),
    "ask_others": tasks_for("ask_others"),
    "points": _points,
    "answer": text_of("answer"),
    "intro": text_of("intro"),
    "outcome": text_of("outcome"),
}
