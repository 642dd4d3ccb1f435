"""The published schemas: read from ``insight/schemas/<type>/v<n>.json`` once, checked on every record."""

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent.parent / "schemas"
TYPE_PREFIX = "uk.gov.council.insight."


@cache
def names() -> frozenset[tuple[str, int]]:
    """Return every published (type, version)."""
    return frozenset((path.parent.name, int(path.stem[1:])) for path in FOLDER.glob("*/v*.json"))


@cache
def text(name: str, version: int) -> str:
    """Return the schema's JSON text. Raises KeyError for one that is not published."""
    if (name, version) not in names():
        raise KeyError(f"No schema {name} v{version}.")
    return (FOLDER / name / f"v{version}.json").read_text(encoding="utf-8")


@cache
def _validator(name: str, version: int) -> Draft202012Validator:
    schema = json.loads(text(name, version))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def fault(name: str, version: int, data: dict[str, Any]) -> str:
    """Return where and which rule ``data`` breaks, or an empty string. Values are never repeated."""
    return _fault(name, version, json.dumps(data, sort_keys=True))


@lru_cache(maxsize=4_096)
def _fault(name: str, version: int, text_of_data: str) -> str:
    """Look once at what is told again and again: answers to one page differ in little."""
    for error in _validator(name, version).iter_errors(json.loads(text_of_data)):
        return f"{error.json_path}: {error.validator}"[:200]
    return ""
