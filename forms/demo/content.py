"""From the demo's short YAML to the StreamField's JSON."""

import uuid
from typing import Any

from forms.engine.schema import CONTENT_KINDS

WORDS = ("key", "label", "hint", "error_missing", "error_invalid", "maps_to")
EXTRAS = ("max_length", "min", "max", "max_files")


def steps_of(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the value of ``FormPage.steps``; ids follow from the names, so that a second load is the same."""
    return [_block("step", step["slug"], _step(step)) for step in steps]


def _step(step: dict[str, Any]) -> dict[str, Any]:
    match, conditions = next(iter(step.get("show_if", {"all": []}).items()))
    return {
        "slug": step["slug"],
        "title": step["title"],
        "questions": [_question(step["slug"], n, item) for n, item in enumerate(step["questions"])],
        "show_if": {"match": match, "conditions": [_condition(text) for text in conditions]},
    }


def _condition(text: str) -> dict[str, str]:
    """Read ``key op value``; the value may be empty."""
    key, operator, *value = text.split(" ", 2)
    return {"key": key, "op": operator, "value": value[0] if value else ""}


def _question(slug: str, position: int, item: dict[str, Any]) -> dict[str, Any]:
    kind = item["kind"]
    if kind in CONTENT_KINDS:
        return _block(kind, f"{slug}/{position}", {"body": item["body"]})
    value: dict[str, Any] = {name: item.get(name, "") for name in WORDS}
    value["required"] = item.get("required", True)
    value.update({name: item[name] for name in EXTRAS if name in item})
    if "options" in item:
        value["options"] = [_option(option) for option in item["options"]]
    return _block(kind, f"{slug}/{item['key']}", value)


def _option(option: dict[str, str]) -> dict[str, str]:
    value, label = next(iter(option.items()))
    return {"value": value, "label": label, "hint": option.get("hint", "")}


def _block(kind: str, name: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"waymark-demo-form:{name}")), "value": value}
