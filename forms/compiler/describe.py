"""A compiled form as lines that a person can read and compare."""

from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from forms.compiler.sentences import Sentences


def describe(schema: Mapping[str, Any]) -> list[str]:
    """Return the words, questions and conditions of a form, one a line, in their order."""
    sentences = Sentences(schema)
    lines = [*_facts(schema)]
    for number, step in enumerate(schema["steps"], start=1):
        lines.append(_("Step %(number)d: %(title)s (%(slug)s)") % {**step, "number": number})
        if step["show_if"]:
            lines.append(_("Shown if %(condition)s") % {"condition": sentences.of(step["show_if"])})
        if step.get("repeat"):
            lines.append(_("Add another %(item)s: from %(min)d to %(max)d") % step["repeat"])
        if step.get("part_of"):
            lines.append(_("Asked in each turn of %(step)s") % {"step": sentences.titles.get(step["part_of"], "?")})
        for question in step["questions"]:
            lines.extend(_question(question))
    return lines


def _facts(schema: Mapping[str, Any]) -> Iterator[str]:
    yield _("Title: %(words)s") % {"words": schema["title"]}
    yield _("Summary: %(words)s") % {"words": schema["summary"]}
    yield _("Before you start: %(words)s") % {"words": _plain(schema["start_text"])}
    yield _("Minutes: %(words)s") % {"words": schema["minutes"]}
    yield _("Privacy notice: %(words)s") % {"words": _plain(schema["privacy"])}
    promise = schema["promise"] or {}
    yield _("Promise: %(days)s working days. %(next)s %(late)s") % {
        "days": promise.get("working_days", "?"),
        "next": promise.get("what_happens_next", ""),
        "late": promise.get("if_late", ""),
    }
    yield _("Team: %(words)s") % {"words": (schema["team"] or {}).get("name", "?")}
    yield _("Kept: %(draft_days)s days unfinished, %(done_days)s days after it is closed") % schema["retention"]


def _question(question: Mapping[str, Any]) -> Iterator[str]:
    if "body" in question:
        yield f"{question['kind']}: {question['label']} {_plain(question['body'])}"
        return
    required = "" if question.get("required", True) else _(" (optional)")
    yield f"{question['kind']} “{question['label']}”{required} [{question['key']}]"
    for name in ("hint", "error_missing", "error_invalid", "maps_to"):
        if question.get(name):
            yield f"{question['key']}, {name}: {question[name]}"
    for name, value in sorted(question["limits"].items()):
        yield f"{question['key']}, {name}: {value}"
    for option in question["options"]:
        hint = f" ({option['hint']})" if option["hint"] else ""
        yield f"{question['key']} = {option['value']}: {option['label']}{hint}"


def _plain(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
