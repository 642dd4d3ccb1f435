"""Names in an export that cannot be used here get others, wherever they are told, and the report says so."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms.engine.names import LONGEST, RESERVED_KEYS, RESERVED_STEPS, clashes, is_key, is_name, is_step
from forms.exchange.ledger import Ledger, Outcome
from forms.exchange.naming import Names, key_of, slug_of

#: A step of the editor, and where it stands in the file.
Placed = tuple[str, dict[str, Any]]


@dataclass
class Renamed:
    """Old names to new ones: of steps, of questions and steps that repeat, and of the choices of a question."""

    steps: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    choices: dict[str, dict[str, str]] = field(default_factory=dict)

    def key(self, name: Any) -> Any:
        """Return what a question, or a step that repeats, is called now."""
        return self.keys.get(name, name) if isinstance(name, str) else name

    def choice(self, key: Any, value: Any) -> Any:
        """Return what a choice of the question of that old key is called now."""
        return self.choices.get(str(key), {}).get(str(value), value)


def settle_names(entries: list[Placed], examples: list[dict[str, str]], ledger: Ledger) -> None:
    """Rename in place what cannot be used, in steps and examples."""
    steps = [(place, entry["value"]) for place, entry in entries if entry.get("type") == "step"]
    found = _renamed(steps, ledger)
    if not (found.steps or found.keys or found.choices):
        return
    for _place, step in steps:
        step["slug"] = found.steps.get(step.get("slug", ""), step.get("slug"))
        for question in _questions(step):
            _rename(question, found)
        _rename_conditions(step.get("show_if") or {}, found)
    for example in examples:
        _rename_example(example, found)


def _renamed(steps: list[tuple[str, dict[str, Any]]], ledger: Ledger) -> Renamed:
    found = Renamed()
    slugs = Names(*RESERVED_STEPS, *(str(step.get("slug")) for _place, step in steps))
    keys = Names(*RESERVED_KEYS, *(str(q.get("key")) for _place, step in steps for q in _questions(step)))
    for place, step in steps:
        slug = step.get("slug")
        if slug and not is_step(slug):
            found.steps[slug] = slugs.unique(slug_of(slug))
            if step.get("repeat"):
                found.keys[slug] = found.steps[slug]
            _tell(ledger, f"{place}/value/slug", slug, found.steps[slug])
        for n, key in _bad_keys(step):
            found.keys[key] = keys.unique(key_of(key, "question"))
            _tell(ledger, f"{place}/value/questions/{n}/value/key", key, found.keys[key])
        for n, question in enumerate(_questions(step)):
            _rename_choices(question, f"{place}/value/questions/{n}/value/options", found, ledger)
    return found


def _bad_keys(step: dict[str, Any]) -> Iterator[tuple[int, str]]:
    asked = [(n, q) for n, q in enumerate(_questions(step)) if isinstance(q.get("key"), str) and q["key"]]
    kinds = [{"key": q["key"], "kind": step["questions"][n]["type"]} for n, q in asked]
    hidden = {asked[at][0] for at, _other in clashes(kinds)}
    yield from ((n, q["key"]) for n, q in asked if n in hidden or not is_key(q["key"]))


def _rename_choices(question: dict[str, Any], place: str, found: Renamed, ledger: Ledger) -> None:
    options = [option.get("value") or {} for option in question.get("options") or ()]
    names = Names(*(str(option.get("value")) for option in options))
    for n, option in enumerate(options):
        old = option.get("value")
        if isinstance(old, str) and old and not is_name(old):
            new = names.unique(key_of(old, "choice"))
            found.choices.setdefault(str(question.get("key")), {})[old] = option["value"] = new
            _tell(ledger, f"{place}/{n}/value/value", old, new)


def _tell(ledger: Ledger, pointer: str, old: str, new: str) -> None:
    reason = _("The name “%(old)s” cannot be used, so it is “%(new)s” here.") % {"old": old[:LONGEST], "new": new}
    ledger.mark(pointer, Outcome.DOWNGRADED, reason)
    ledger.notes.append(reason)


def _questions(step: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["value"] for entry in step.get("questions") or () if isinstance(entry.get("value"), dict)]


def _rename(question: dict[str, Any], found: Renamed) -> None:
    if "key" in question:
        question["key"] = found.key(question["key"])
    for name in ("formula", "amount"):
        if isinstance(question.get(name), str):
            question[name] = re.sub(r"\{([^{}]*)\}", lambda part: f"{{{found.key(part[1])}}}", question[name])


def _rename_conditions(show_if: dict[str, Any], found: Renamed) -> None:
    for item in show_if.get("conditions") or ():
        _rename_leaf(item.get("value") or {}, found)
    for item in show_if.get("imported") or ():
        if item.get("value"):
            tree = json.loads(item["value"])
            _rename_leaves(tree, found)
            item["value"] = json.dumps(tree)


def _rename_leaves(tree: dict[str, Any], found: Renamed) -> None:
    for branch in [*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])]:
        _rename_leaves(branch, found)
    if "key" in tree:
        _rename_leaf(tree, found)


def _rename_leaf(leaf: dict[str, Any], found: Renamed) -> None:
    leaf["value"] = found.choice(leaf.get("key"), leaf.get("value"))
    leaf["key"] = found.key(leaf.get("key"))


def _rename_example(example: dict[str, str], found: Renamed) -> None:
    lines = []
    for line in example.get("answers", "").splitlines():
        key, equals, value = line.partition("=")
        values = [str(found.choice(key.strip(), part.strip())) for part in value.split(",")]
        known = found.choices.get(key.strip())
        lines.append(f"{found.key(key.strip())}{equals}{','.join(values) if known else value}")
    example["answers"] = "\n".join(lines)
    expected = re.split(r"([\s,]+)", example.get("expected", ""))
    example["expected"] = "".join(found.steps.get(word, word) for word in expected)
