"""Faults in a question's own words: no error text, two options of one key."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint
from forms.engine.schema import CONTENT_KINDS

#: Kinds whose answer can be wrong in a way that only the author can explain.
CAN_BE_WRONG = frozenset({"email", "phone", "website", "ni_number", "number", "money", "file"})
#: Receipts and look-ups rely on these facts: only a question of that kind checks the answer.
SAME_KIND = {"email": {"email"}, "phone": {"phone"}, "address": {"address"}}


def word_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield faults of single questions."""
    for position, step in enumerate(blueprint.schema["steps"]):
        if not step["slug"] or not step["title"]:
            message = _("Step %(number)d has no address or no title.") % {"number": position + 1}
            yield GateFinding("forms.no-name", message, _("Write both."), "2.4.6", blueprint.block_ids[position, None])
        for n, question in enumerate(step["questions"]):
            if question["kind"] not in CONTENT_KINDS and not (question["key"] and question["label"]):
                message = _("In step “%(step)s” question %(number)d has no key or no words.") % {
                    "step": step["title"],
                    "number": n + 1,
                }
                yield GateFinding("forms.no-name", message, _("Write both."), "3.3.2", blueprint.block_ids[position, n])
            if "required" in question:
                place = {"step": step["title"], "label": question["label"]}
                yield from _faults(question, place, blueprint.block_ids[position, n])


def _faults(question: dict[str, Any], place: dict[str, str], block_id: str) -> Iterator[GateFinding]:
    if question["required"] and not question["error_missing"]:
        message = _("In step “%(step)s” the question “%(label)s” has no error text for an empty answer.") % place
        yield GateFinding(
            "forms.no-error-text", message, _("Say what to do, such as: Enter your name."), "3.3.1", block_id
        )
    if question["kind"] in CAN_BE_WRONG and not question["error_invalid"]:
        message = _("In step “%(step)s” the question “%(label)s” has no error text for a wrong answer.") % place
        yield GateFinding("forms.no-error-text", message, _("Say what a right answer looks like."), "3.3.3", block_id)
    if question["kind"] not in SAME_KIND.get(question.get("maps_to", ""), {question["kind"]}):
        message = _("In step “%(step)s” the question “%(label)s” is no %(fact)s question.") % {
            **place,
            "fact": question["maps_to"],
        }
        yield GateFinding("forms.maps-to", message, _("Choose that kind of question, or say nothing."), "", block_id)
    values = [option["value"] for option in question["options"]]
    if len(set(values)) != len(values):
        message = _("In step “%(step)s” two choices of “%(label)s” have the same key.") % place
        yield GateFinding("forms.duplicate-option", message, _("Give each choice its own key."), "", block_id)
