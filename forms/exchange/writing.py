"""From a plain form to an unsaved :class:`FormPage` with the StreamField's own JSON."""

import json
import uuid
from typing import Any

from django.utils.translation import gettext as _

from forms.blocks import StepsBlock
from forms.exchange.base import PlainForm, PlainStep, RefusedError, Tree
from forms.exchange.logic import DEEPEST, depth_of, is_flat
from forms.models import Connection, FormConnection, FormExample, FormPage

#: The fields of an author's example.
EXAMPLE = ("name", "answers", "expected")


def page_from(form: PlainForm) -> FormPage:
    """Return the page, not yet saved; slug, promise and team are the caller's."""
    page = FormPage(title=form.title[:255], **form.facts)
    raw = form.blocks if form.blocks is not None else [step_block(step) for step in form.steps]
    page.steps = StepsBlock().to_python(raw)
    page.examples = [FormExample(**{name: example.get(name, "") for name in EXAMPLE}) for example in form.examples]
    page.connections = [FormConnection(connection=row) for row in Connection.objects.filter(key__in=form.connections)]
    return page


def step_block(step: PlainStep) -> dict[str, Any]:
    """Return one step as an entry of the StreamField."""
    if depth_of(step.show_if) > DEEPEST:
        message = _("The way to the step “%(title)s” depends on too many answers in each other.")
        raise RefusedError(message % {"title": step.title})
    extras = {**step.extras}
    if "repeat" in extras:
        extras["repeat"] = [_item(extras["repeat"])]
    questions = [_question(question) for question in step.questions]
    value = {"slug": step.slug, "title": step.title, "questions": questions, "show_if": show_if(step.show_if), **extras}
    return {"type": "step", "id": str(uuid.uuid4()), "value": value}


def show_if(tree: Tree | None) -> dict[str, Any]:
    """Return a tree as the editor holds it: one list where that is enough, else the tree as it is."""
    if not tree:
        return {"match": "all", "conditions": []}
    if not is_flat(tree):
        return {"match": "all", "conditions": [], "imported": [_item(json.dumps(tree))]}
    if "key" in tree:
        return {"match": "all", "conditions": [dict(tree)]}
    match = "any" if "any" in tree else "all"
    return {"match": match, "conditions": [dict(branch) for branch in tree[match]]}


def _item(value: Any) -> dict[str, Any]:
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def _question(question: dict[str, Any]) -> dict[str, Any]:
    value = {name: entry for name, entry in question.items() if name != "kind"}
    return {"type": question["kind"], "id": str(uuid.uuid4()), "value": value}
