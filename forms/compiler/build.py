"""Turn a FormPage into the JSON that runs. Nothing is judged here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forms.engine.schema import CONTENT_KINDS

if TYPE_CHECKING:
    from forms.models import FormPage

ENGINE = 1
LIMITS = ("max_length", "min", "max", "max_files")
#: Delivered to by every form; further connectors are bound to a form by their slug.
STANDARD_CONNECTORS = [{"slug": "team-mail", "options": {}}]


@dataclass(frozen=True)
class Blueprint:
    """The compiled JSON, and which editor block each part came from: ``(step, None or question)`` to block id."""

    schema: dict[str, Any]
    block_ids: dict[tuple[int, int | None], str] = field(default_factory=dict)


def build(page: "FormPage") -> Blueprint:
    """Return the blueprint of a page as it stands, complete or not."""
    steps: list[dict[str, Any]] = []
    block_ids: dict[tuple[int, int | None], str] = {}
    for position, step in enumerate(page.steps):
        block_ids[position, None] = str(step.id)
        block_ids.update({(position, n): str(item.id) for n, item in enumerate(step.value["questions"])})
        steps.append(_step(step.value))
    return Blueprint({**_facts(page), "steps": steps}, block_ids)


def _facts(page: "FormPage") -> dict[str, Any]:
    team = page.owning_team
    return {
        "engine": ENGINE,
        "slug": page.slug,
        "locale": page.locale.language_code,
        "title": page.title,
        "summary": page.summary,
        "start_text": page.start_text,
        "minutes": page.minutes,
        "privacy": page.privacy_notice,
        "promise": page.promise.frozen() if page.promise else None,
        "team": {"name": team.name, "email": team.email} if team else None,
        "retention": {"draft_days": page.retention_draft_days, "done_days": page.retention_done_days},
        "assisted": page.assisted_allowed,
        "connectors": STANDARD_CONNECTORS,
    }


def _step(value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "slug": value["slug"],
        "title": value["title"],
        "questions": [_question(item.block_type, item.value, n) for n, item in enumerate(value["questions"])],
        "show_if": _tree(value["show_if"]),
    }


def _question(kind: str, value: Mapping[str, Any], position: int) -> dict[str, Any]:
    if kind in CONTENT_KINDS:
        return {"key": f"{kind}-{position}", "kind": kind, "label": "", "body": value["body"].source}
    question = {
        name: value[name] for name in ("key", "label", "hint", "required", "error_missing", "error_invalid", "maps_to")
    }
    options = [dict(option) for option in value.get("options", ())]
    limits = {name: value[name] for name in LIMITS if value.get(name) not in (None, "")}
    return {"kind": kind, **question, "options": options, "limits": limits}


def _tree(show_if: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not show_if or not show_if["conditions"]:
        return None
    leaves = [{"key": item["key"], "op": item["op"], "value": item["value"]} for item in show_if["conditions"]]
    return {show_if["match"]: leaves}
