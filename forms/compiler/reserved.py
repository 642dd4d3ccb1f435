"""Step addresses that the runner needs itself."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint

RESERVED = frozenset({"check", "save", "recover", "pay", "start", "done"})


def reserved_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each step whose address is taken."""
    for position, step in enumerate(blueprint.schema["steps"]):
        if step["slug"] in RESERVED:
            message = _("The step “%(step)s” uses the address “%(slug)s”, which is taken.") % {
                "step": step["title"],
                "slug": step["slug"],
            }
            yield GateFinding(
                "forms.reserved-step", message, _("Give it another."), "", blueprint.block_ids[position, None]
            )
