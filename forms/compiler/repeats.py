"""Faults in steps that are answered several times, and in the further pages of their turns."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.schema import WORKED_OUT_KINDS

#: What belongs to the form as a whole and cannot be asked again and again.
ONCE = frozenset({"exit", "slot"}) | WORKED_OUT_KINDS


def repeat_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of every step with "add another"."""
    for position, step in enumerate(blueprint.schema["steps"]):
        repeat, part_of = step.get("repeat"), step.get("part_of")
        place, block_id = {"step": step["title"]}, blueprint.block_ids[position, None]
        if part_of is not None and (repeat or not part_of):
            message = _("Step “%(step)s” belongs to the turns of a step before it, but none before it repeats.") % place
            if repeat:
                message = _("Step “%(step)s” repeats by itself, so it cannot belong to the turns of another.") % place
            how = _("Put it straight after a step with “Add another”, or clear the tick.")
            yield GateFinding("forms.part-of-nothing", message, how, "", block_id)
        if not repeat and not part_of:
            continue
        if repeat and repeat["min"] > repeat["max"]:
            message = _("Step “%(step)s” asks for more turns than it allows.") % place
            yield GateFinding("forms.repeat-limits", message, _("Let the most be at least the least."), "", block_id)
        if any(question["kind"] in ONCE for question in step["questions"]):
            message = _("Step “%(step)s” repeats something that can be there once only.") % place
            how = _("Move the exit, calculation, booking or payment to a step of its own.")
            yield GateFinding("forms.repeat-once", message, how, "", block_id)
