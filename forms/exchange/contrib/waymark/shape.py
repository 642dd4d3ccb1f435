"""Bring raw StreamField data from a file into the shape that the blocks expect; what does not fit is left out."""

import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField

from forms.blocks.conditions import ImportedBlock
from forms.engine.conditions import read_tree
from forms.exchange.clean import shown, wagtail_rich


def shaped(block: blocks.Block, value: Any) -> Any:
    """Return the value as ``block`` stores it, safe to render, or None when it is of another kind."""
    for kind, handler in HANDLERS:
        if isinstance(block, kind):
            return handler(block, value)
    return _text(block, value)


def shaped_text(field: models.Field[Any, Any], value: Any) -> Any:
    """Return a page field's value cleaned by the field itself, or None when it refuses."""
    if isinstance(field, RichTextField):
        return wagtail_rich(value) if isinstance(value, str) else None
    if isinstance(value, str):
        value = shown(value)
    try:
        return field.clean(value, None) if isinstance(value, str | int | bool) else None
    except (ValidationError, TypeError, ValueError):  # a date's own field takes a number for a fault of ours
        return None


def _stream(block: Any, value: Any) -> list[dict[str, Any]]:
    entries = value if isinstance(value, list) else []
    return [_entry(block.child_blocks[entry["type"]], entry) for entry in entries if _is_child(block, entry)]


def _is_child(block: Any, entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("type"), str) and entry["type"] in block.child_blocks


def _list(block: Any, value: Any) -> list[dict[str, Any]]:
    entries = value if isinstance(value, list) else []
    items = (
        entry if isinstance(entry, dict) and entry.get("type") == "item" else {"value": entry} for entry in entries
    )
    return [_entry(block.child_block, {**item, "type": "item"}) for item in items]


def _entry(child: blocks.Block, entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": entry["type"], "id": _id(entry.get("id")), "value": shaped(child, entry.get("value"))}


def _id(value: Any) -> str:
    try:
        return str(uuid.UUID(value)) if isinstance(value, str) else str(uuid.uuid4())
    except ValueError:
        return str(uuid.uuid4())


def _struct(block: Any, value: Any) -> dict[str, Any]:
    given = value if isinstance(value, dict) else {}
    found = {name: shaped(child, given[name]) for name, child in block.child_blocks.items() if name in given}
    return {name: entry for name, entry in found.items() if entry is not None or given[name] is None}


def _rich(_block: blocks.Block, value: Any) -> str:
    return wagtail_rich(value) if isinstance(value, str) else ""


def _ticked(_block: blocks.Block, value: Any) -> bool | None:
    return None if value is None else value is True


def _whole(_block: blocks.Block, value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(_block: blocks.Block, value: Any) -> str | None:
    return shown(value) if isinstance(value, str) else None


def _tree(_block: blocks.Block, value: Any) -> str:
    """Return an imported condition, or nothing when the engine could not walk it."""
    return value if isinstance(value, str) and read_tree(value) else ""


HANDLERS: tuple[tuple[type[blocks.Block], Callable[[Any, Any], Any]], ...] = (
    (blocks.BaseStreamBlock, _stream),
    (blocks.ListBlock, _list),
    (blocks.BaseStructBlock, _struct),
    (ImportedBlock, _tree),
    (blocks.RichTextBlock, _rich),
    (blocks.BooleanBlock, _ticked),
    (blocks.IntegerBlock, _whole),
    (blocks.ChooserBlock, _whole),
)
