"""Faults in steps that are answered several times."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint

#: What belongs to the form as a whole and cannot be asked again and again.
ONCE = frozenset({"exit", "calculation", "slot", "payment"})


def repeat_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every step with "add another"."""
    for position, step in enumerate(blueprint.schema["steps"]):
        repeat = step.get("repeat")
        if not repeat:
            continue
        place, block_id = {"step": step["title"]}, blueprint.block_ids[position, None]
        if repeat["min"] > repeat["max"]:
            message = _("Step “%(step)s” asks for more turns than it allows.") % place
            yield GateFinding("forms.repeat-limits", message, _("Let the most be at least the least."), "", block_id)
        if any(question["kind"] in ONCE for question in step["questions"]):
            message = _("Step “%(step)s” repeats something that can be there once only.") % place
            how = _("Move the exit, calculation, booking or payment to a step of its own.")
            yield GateFinding("forms.repeat-once", message, how, "", block_id)
