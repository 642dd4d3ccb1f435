"""Turn a FormPage into the JSON that runs. Nothing is judged here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forms.engine.conditions import Tree, read_tree
from forms.engine.schema import CONTENT_KINDS, LIMITS

if TYPE_CHECKING:
    from forms.models import FormPage, SharedSteps

ENGINE = 1
#: The comparison of a condition that cannot be read.
UNREADABLE = "unreadable"
#: How often a step repeats as long as its author has not said so.
TURNS = {"min": 1, "max": 10}
WORDS = ("key", "label", "hint", "required", "error_missing", "error_invalid", "maps_to")
#: Delivered to by every form; further receivers are connections, named by their key.
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
    for value, block_id in _authored(page):
        position = len(steps)
        block_ids[position, None] = block_id or str(value.id)
        block_ids.update({(position, n): block_id or str(item.id) for n, item in enumerate(value.value["questions"])})
        steps.append({**_step(value.value), **_part_of(value.value, steps)})
    return Blueprint({**_facts(page), "steps": steps}, block_ids)


def _authored(page: "FormPage") -> Iterator[tuple[Any, str]]:
    """Yield each step block; one from the library comes with the id of the block that points there."""
    for block in page.steps:
        if block.block_type != "shared":
            yield block, ""
        elif block.value is not None:
            for step in in_locale(block.value, page).steps:
                yield step, str(block.id)


def in_locale(shared: "SharedSteps", page: "FormPage") -> "SharedSteps":
    """Return the library's steps in the page's language, or as they are where nobody translated them."""
    if shared.locale_id == page.locale_id:
        return shared
    return shared.get_translations().filter(locale=page.locale_id).first() or shared


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
        "retention": _retention(page),
        "assisted": page.assisted_allowed,
        "connectors": [*STANDARD_CONNECTORS, *_connections(page)],
    }


def _retention(page: "FormPage") -> dict[str, int]:
    """Return the days; those of files only where they differ, so that older versions stay as they are."""
    days = {"draft_days": page.retention_draft_days, "done_days": page.retention_done_days}
    return days if page.retention_file_days is None else {**days, "file_days": page.retention_file_days}


def _connections(page: "FormPage") -> list[dict[str, Any]]:
    """Return the receivers by key only: their options may change without a new version of the form."""
    return [{"slug": row.connection.key, "options": {}} for row in page.connections.all()]


def _step(value: Mapping[str, Any]) -> dict[str, Any]:
    step = {
        "slug": value["slug"],
        "title": value["title"],
        "questions": [_question(item.block_type, item.value, n) for n, item in enumerate(value["questions"])],
        "show_if": _tree(value["show_if"]),
    }
    if value.get("section"):
        step["section"] = value["section"]
    for repeat in value.get("repeat") or ():
        told = {name: repeat[name] for name in ("min", "max", "item", "another")}
        step["repeat"] = {**told, **{name: TURNS[name] for name in TURNS if told[name] is None}}
    return step


def _part_of(value: Mapping[str, Any], before: list[dict[str, Any]]) -> dict[str, str]:
    """Return which repeating step's turns a page belongs to; an empty name when there is none before it."""
    if not value.get("same_turn"):
        return {}
    last = before[-1] if before else {}
    return {"part_of": last["slug"] if last.get("repeat") else last.get("part_of", "")}


def _question(kind: str, value: Mapping[str, Any], position: int) -> dict[str, Any]:
    if kind in CONTENT_KINDS:
        body = value["body"].source
        return {"key": f"{kind}-{position}", "kind": kind, "label": value.get("label", ""), "body": body}
    question = {name: value[name] for name in WORDS if name in value}
    options = [_option(option) for option in value.get("options", ())]
    limits = {name: value[name] for name in LIMITS if value.get(name) not in (None, "")}
    return {"kind": kind, **question, "options": options, "limits": limits}


def _option(option: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: option[name] for name in ("value", "label", "hint")}
    return {**words, "exclusive": True} if option.get("exclusive") else words


def unreadable(text: str) -> dict[str, Any]:
    """Return what stands for an imported condition that a saved draft holds and nobody can read: never true."""
    return {"key": "", "op": UNREADABLE, "value": text[:60]}


def _tree(show_if: Mapping[str, Any] | None) -> Tree | None:
    """Return the condition as a tree: the author's flat list, and what an import brought along."""
    if not show_if:
        return None
    leaves = [{"key": item["key"], "op": item["op"], "value": item["value"]} for item in show_if["conditions"]]
    own = {show_if["match"]: leaves} if leaves else None
    trees = [read_tree(text) or unreadable(text) for text in show_if.get("imported") or () if text]
    if not trees:
        return own
    return trees[0] if own is None else {"all": [own, *trees]}
