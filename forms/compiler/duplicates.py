"""Two steps of one address, or two questions of one key."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.schema import CONTENT_KINDS


def duplicate_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each name that was taken before; a repeating step's address is a key as well."""
    slugs: set[str] = set()
    keys = {step["slug"] for step in blueprint.schema["steps"] if step.get("repeat")}
    for position, step in enumerate(blueprint.schema["steps"]):
        if step["slug"] in slugs:
            message = _("Two steps have the address “%(name)s”.") % {"name": step["slug"]}
            place = blueprint.block_ids[position, None]
            yield GateFinding("forms.duplicate-step", message, _("Give one another."), "", place)
        slugs.add(step["slug"])
        for n, question in enumerate(step["questions"]):
            if question["kind"] in CONTENT_KINDS:
                continue
            if question["key"] in keys:
                words = {"step": step["title"], "name": question["key"]}
                message = _("In step “%(step)s” the key “%(name)s” is used a second time.") % words
                how, place = _("Give the question another key."), blueprint.block_ids[position, n]
                yield GateFinding("forms.duplicate-key", message, how, "", place)
            keys.add(question["key"])
