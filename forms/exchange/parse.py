"""Bytes from a stranger to plain data: JSON, or YAML without aliases and tags. Everything else is refused in words."""

import json
from collections.abc import Iterable
from math import isfinite
from typing import Any, Never

import yaml
from django.utils.translation import gettext as _

from forms.exchange.base import RefusedError
from forms.exchange.clean import shown

#: A form of 42 pages and 85 questions has 42 kB.
MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40
MAX_VALUES = 50_000
FORBIDDEN = frozenset({"__proto__", "constructor", "prototype"})


def parse(raw: bytes) -> dict[str, Any]:
    """Return the object that the file holds. Raises :class:`RefusedError` with words for the author."""
    if len(raw) > MAX_BYTES:
        raise RefusedError(_("This file is larger than 1 MB. A form definition is much smaller."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError(_("This file is not text in UTF-8, so it is no form definition.")) from None
    if not text.strip():
        raise RefusedError(_("This file is empty."))
    data = _json(text) if text.lstrip()[0] in "{[" else _yaml(text)
    if not isinstance(data, dict):
        raise RefusedError(_("This file does not hold one form: its outermost part is not an object."))
    return data


def _json(text: str) -> Any:
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise _too_deep() from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise RefusedError(_("This JSON is broken at line %(line)s, column %(column)s.") % place) from None
    except ValueError:
        raise RefusedError(_("A number in this file is too long.")) from None
    _bounded(data)
    return data


def _finite(text: str) -> float:
    """Return the number; one like 1e999 is none that a program could count with."""
    number = float(text)
    return number if isfinite(number) else _no_number(text[:40])


def _no_number(name: str) -> Never:
    raise RefusedError(_("“%(name)s” is not a number.") % {"name": name})


def _object(pairs: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    """Return an object whose keys are text, single, and not meant to reach into a program."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if not isinstance(key, str):
            raise RefusedError(_("A name in this file is not text: %(name)s.") % {"name": str(key)[:40]})
        if key in FORBIDDEN:
            raise RefusedError(_("The name “%(name)s” is not allowed in a form definition.") % {"name": key})
        if shown(key) != key:
            raise RefusedError(
                _("A name in this file has characters that cannot be shown: %(name)s.") % {"name": key[:40]}
            )
        if key in found:
            raise RefusedError(_("The name “%(name)s” stands twice in one object.") % {"name": key[:40]})
        found[key] = value
    return found


def _bounded(data: Any) -> None:
    """Refuse what is too deep or has too many parts, without recursion."""
    seen, level = 0, [data]
    for _depth in range(MAX_DEPTH):
        seen += len(level)
        if seen > MAX_VALUES:
            raise RefusedError(_("This file has more than 50,000 parts. A form definition has far fewer."))
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return
    raise _too_deep()


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _too_deep() -> RefusedError:
    return RefusedError(_("This file is nested more than 40 levels deep. A form definition is not."))


class _Loader(yaml.CSafeLoader):
    """YAML 1.2's core values only: "yes" and dates stay text, as in the programs that write these files."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, Any]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]{1,18}$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,2})?$", "-+.0123456789"),
):
    import re

    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    return _object(loader.construct_pairs(node, deep=True))


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def _yaml(text: str) -> Any:
    try:
        _survey(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer types
    except RefusedError:
        raise
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RefusedError(_("This file is neither JSON nor YAML: see line %(line)s.") % {"line": line}) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise RefusedError(_("This file is neither JSON nor YAML.")) from None


def _survey(text: str) -> None:
    """Walk the events, which builds nothing, and refuse what could grow: aliases, tags, depth, numbers of parts."""
    depth = parts = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError(_("This YAML uses aliases (*name), which can grow without end. Write the parts out."))
        if getattr(event, "tag", None):
            raise RefusedError(_("This YAML uses a tag (!name), which a form definition does not need."))
        parts += isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _too_deep()
        if parts > 2 * MAX_VALUES:
            raise RefusedError(_("This file has more than 50,000 parts. A form definition has far fewer."))
