"""From the demo's short YAML to the StreamField's JSON."""

import uuid
from typing import Any

from forms.engine.schema import CONTENT_KINDS, LIMITS

WORDS = ("key", "label", "hint", "error_missing", "error_invalid", "maps_to")
REPEAT = {"min": 1, "max": 10, "item": "", "another": ""}


def steps_of(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the value of ``FormPage.steps``; ids follow from the names, so that a second load is the same."""
    return [_block("step", step["slug"], _step(step)) for step in steps]


def examples_of(data: dict[str, Any]) -> list[dict[str, str]]:
    """Return the form's examples as authors write them; answers inside a step that repeats decide nothing."""
    repeated = [step for step in data["steps"] if "repeat" in step or step.get("same_turn")]
    inside = {question.get("key") for step in repeated for question in step["questions"]}
    return [
        {
            "name": example["name"],
            "answers": "\n".join(f"{key} = {_typed(a)}" for key, a in example["answers"].items() if key not in inside),
            "expected": "\n".join(example["steps"]),
        }
        for example in data["examples"]
    ]


def _typed(answer: str | list[str]) -> str:
    return ", ".join(answer) if isinstance(answer, list) else answer


def _step(step: dict[str, Any]) -> dict[str, Any]:
    match, conditions = next(iter(step.get("show_if", {"all": []}).items()))
    return {
        "slug": step["slug"],
        "title": step["title"],
        "questions": [_question(step["slug"], n, item) for n, item in enumerate(step["questions"])],
        "section": step.get("section", ""),
        "repeat": [{**REPEAT, **step["repeat"]}] if "repeat" in step else [],
        "same_turn": bool(step.get("same_turn")),
        "show_if": {"match": match, "conditions": [_condition(text) for text in conditions]},
    }


def _condition(text: str) -> dict[str, str]:
    """Read ``key op value``; the value may be empty."""
    key, operator, *value = text.split(" ", 2)
    return {"key": key, "op": operator, "value": value[0] if value else ""}


def _question(slug: str, position: int, item: dict[str, Any]) -> dict[str, Any]:
    kind = item["kind"]
    if kind in CONTENT_KINDS:
        words: dict[str, Any] = {name: item[name] for name in ("label", "body") if name in item}
        return _block(kind, f"{slug}/{position}", words)
    value: dict[str, Any] = {name: item.get(name, "") for name in WORDS}
    value["required"] = item.get("required", True)
    value.update({name: item[name] for name in LIMITS if name in item})
    if "options" in item:
        value["options"] = [_option(option) for option in item["options"]]
    return _block(kind, f"{slug}/{item['key']}", value)


def _option(option: dict[str, Any]) -> dict[str, Any]:
    value, label = next(iter(option.items()))
    alone = {"exclusive": True} if option.get("exclusive") else {}
    return {"value": value, "label": label, "hint": str(option.get("hint", "")), **alone}


def _block(kind: str, name: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"waymark-demo-form:{name}")), "value": value}
