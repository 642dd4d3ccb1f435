"""Times and payments need somebody who gives them: a form that asks for one is held back until there is one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.schema import SUPPLIED_KINDS

_supplied: set[str] = set()


def register_supplier(kind: str) -> None:
    """Allow forms with questions of ``kind``: "slot" or "payment". ValueError for any other or a second one."""
    if kind not in SUPPLIED_KINDS or kind in _supplied:
        raise ValueError(f"A supplier cannot be registered for {kind!r}.")
    _supplied.add(kind)


def supplier_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each question that nobody can serve."""
    for position, step in enumerate(blueprint.schema["steps"]):
        for n, question in enumerate(step["questions"]):
            if question["kind"] in SUPPLIED_KINDS - _supplied:
                words = {"step": step["title"], "label": question["label"]}
                message = _("In step “%(step)s” “%(label)s” needs a supplier, and this website has none yet.") % words
                how = (
                    _("Take it out and say how to pay, or wait until payments are set up.")
                    if question["kind"] == "payment"
                    else _("Take it out and ask which times suit, or wait until bookings are set up.")
                )
                yield GateFinding("forms.no-supplier", message, how, "", blueprint.block_ids[position, n])
