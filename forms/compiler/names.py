"""Names that would break an address or a page, or hide another one."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.names import RESERVED_STEPS, clashes, is_key, is_name
from forms.engine.schema import CONTENT_KINDS

RULE = "forms.bad-name"


def name_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each address, key or choice whose name cannot be used. Empty ones are told by the words."""
    for position, step in enumerate(blueprint.schema["steps"]):
        yield from _step_faults(step, blueprint.block_ids[position, None])
        asked = [(n, q) for n, q in enumerate(step["questions"]) if q["kind"] not in CONTENT_KINDS]
        for n, question in asked:
            yield from _question_faults(question, step["title"], blueprint.block_ids[position, n])
        for at, other in clashes([question for _n, question in asked]):
            n, question = asked[at]
            words = {"step": step["title"], "name": question["key"], "other": other}
            message = _("In step “%(step)s” the key “%(name)s” is also the name of a part of “%(other)s”.") % words
            yield GateFinding(RULE, message, _("Give the question another key."), "", blueprint.block_ids[position, n])


def _step_faults(step: dict[str, Any], block_id: str) -> Iterator[GateFinding]:
    words = {"step": step["title"], "slug": step["slug"]}
    if step["slug"] in RESERVED_STEPS:
        message = _("The step “%(step)s” uses the address “%(slug)s”, which is taken.") % words
        yield GateFinding("forms.reserved-step", message, _("Give it another."), "", block_id)
    elif step["slug"] and not is_name(step["slug"]):
        message = _("The step “%(step)s” has the address “%(slug)s”, which cannot be an address.") % words
        yield GateFinding(RULE, message, _how(), "", block_id)


def _question_faults(question: dict[str, Any], step: str, block_id: str) -> Iterator[GateFinding]:
    words = {"step": step, "name": question["key"], "label": question["label"]}
    if question["key"] and not is_key(question["key"]):
        message = _("In step “%(step)s” the key “%(name)s” cannot be used.") % words
        how = _("Another part of the page has this name. Choose another.") if is_name(question["key"]) else _how()
        yield GateFinding(RULE, message, how, "", block_id)
    for option in question.get("options", ()):
        if not is_name(option["value"]):
            told = _("In step “%(step)s” the choice “%(choice)s” of “%(label)s” has a key that cannot be used.")
            message = told % {**words, "choice": option["label"]}
            yield GateFinding(RULE, message, _how(), "", block_id)


def _how() -> str:
    return _("Use small letters, numbers, dashes and underscores, 50 at most, and begin with a letter or a number.")
