"""Times and payments need something outside the form: a calendar of times, or an account that takes the money."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.schema import SUPPLIED_KINDS

#: Takes a compiled question; returns what is wrong and how to mend it, or None when it can be served.
Look = Callable[[Mapping[str, Any]], tuple[str, str] | None]

_supplied: dict[str, Look] = {}


def register_supplier(kind: str, look: Look) -> None:
    """Serve questions of ``kind``: "slot" or "payment". ValueError for any other or a second one."""
    if kind not in SUPPLIED_KINDS or kind in _supplied:
        raise ValueError(f"A supplier cannot be registered for {kind!r}.")
    _supplied[kind] = look


def supplier_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each question that nobody serves; asks the database."""
    for position, step in enumerate(blueprint.schema["steps"]):
        for n, question in enumerate(step["questions"]):
            look = _supplied.get(question["kind"])
            wrong = look(question) if look else None
            if wrong:
                words = {"step": step["title"], "label": question["label"], "what": wrong[0]}
                message = _("In step “%(step)s” the question “%(label)s” cannot be served. %(what)s") % words
                yield GateFinding("forms.no-supplier", message, wrong[1], "", blueprint.block_ids[position, n])
