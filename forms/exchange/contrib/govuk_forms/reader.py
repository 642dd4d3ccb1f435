"""The whole form document: steps in their order, routes as conditions."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.engine.names import RESERVED_KEYS, RESERVED_STEPS
from forms.exchange.base import PlainForm, PlainStep, RefusedError, Tree
from forms.exchange.clean import rich
from forms.exchange.contrib.govuk_forms.questions import guidance_of, read_question
from forms.exchange.contrib.govuk_forms.routes import links_of
from forms.exchange.flow import few_enough, show_ifs
from forms.exchange.ledger import Ledger, Outcome
from forms.exchange.logic import FALSE, TRUE
from forms.exchange.naming import Names, slug_of
from forms.exchange.node import Node

LOST = {
    **dict.fromkeys(
        ("submission_email", "submission_type", "submission_format", "s3_bucket_name", "s3_bucket_region",
         "s3_bucket_aws_account_id", "send_daily_submission_batch", "send_weekly_submission_batch"),
        gettext_lazy("Where requests go is set up in the editor: addresses from a file are never used."),
    ),
    **dict.fromkeys(
        ("support_email", "support_phone", "support_url", "support_url_text"),
        gettext_lazy("The contact belongs to the service promise, which you choose in the editor."),
    ),
    **dict.fromkeys(
        ("created_at", "updated_at", "creator_id", "organisation_id", "form_id", "first_made_live_at", "live_at",
         "question_section_completed", "declaration_section_completed", "share_preview_completed", "state", "id"),
        gettext_lazy("It is the other system's own record."),
    ),
    "privacy_policy_url": gettext_lazy("A form has its own privacy notice in words, which you write in the editor."),
    "what_happens_next_markdown": gettext_lazy("What happens next belongs to the service promise."),
    "payment_url": gettext_lazy("Set up the payment in the editor: an address from a file is never opened."),
    "available_languages": gettext_lazy("Another language becomes a translation of the form's page."),
}  # fmt: skip


def read(data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
    """Return the form. Raises :class:`RefusedError` on steps without ids and on routes that lead back."""
    root = Node(ledger, data)
    steps = _by_id(root)
    names, mapped = Names(*RESERVED_KEYS), set[str]()
    questions = {name: read_question(step.child("data"), names, mapped) for name, step in steps.items()}
    start = str(root.take("start_page") or next(iter(steps)))
    if start not in steps:
        raise RefusedError(_("The start page “%(path)s” is not in the form.") % {"path": start[:80]}, "/start_page")
    links, exits = links_of(steps, questions)
    shown = show_ifs(start, links)
    slugs = Names(*RESERVED_STEPS)
    found = []
    for name, tree in shown.items():
        if name in exits:
            found.append(_exit(exits[name], name, tree, slugs))
        elif tree != FALSE:
            found.append(_step(steps[name], name, questions[name], tree, (slugs, names)))
    _settle(root, {name: step for name, step in steps.items() if name not in shown})
    return PlainForm(root.text("name") or found[0].title, [*found, *_declaration(root, names, slugs)])


def _by_id(root: Node) -> dict[str, Node]:
    steps: dict[str, Node] = {}
    few_enough(len(root.items("steps")))
    for step in root.items("steps"):
        name = str(step.take("id") or "")
        if not name or name in steps:
            raise RefusedError(_("A step has no id of its own."), step.pointer)
        steps[name] = step
    return steps


def _step(step: Node, name: str, question: dict[str, Any], tree: Tree, names: tuple[Names, Names]) -> PlainStep:
    data = step.child("data")
    for node in (step, data):
        node.mark(Outcome.MAPPED)
    for key in ("position", "type", "next_step_id"):
        step.take(key)
    guidance = guidance_of(data)
    title = data.text("page_heading") if data.peek("page_heading") else question["label"]
    extras: dict[str, Any] = {}
    if data.take("is_repeatable") in (True, "true", "1"):
        another = _("Do you need to add another answer to “%(label)s”?") % {"label": question["label"][:120]}
        extras["repeat"] = {"min": 1, "max": 50, "item": _("Answer"), "another": another}
    show_if = None if tree == TRUE else tree
    slugs, keys = names
    slug = slugs.unique(slug_of(question["label"], "step"), *([keys] if extras else []))
    return PlainStep(slug, title, [*guidance, question], show_if, origin=name, extras=extras)


def _exit(condition: Node, name: str, tree: Tree, slugs: Names) -> PlainStep:
    title = condition.text("exit_page_heading") or _("You cannot use this form")
    body = condition.child("exit_page_markdown")
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": False}).render(str(body.value))
    body.mark(Outcome.MAPPED)
    return PlainStep(
        slugs.unique(slug_of(title, "exit")), title, [{"kind": "exit", "body": rich(html)}], tree, origin=name
    )


def _declaration(root: Node, names: Names, slugs: Names) -> list[PlainStep]:
    node = root.child("declaration_text")
    if not isinstance(node.value, str) or not node.value.strip():
        return []
    node.mark(Outcome.MAPPED)
    tick = {
        "kind": "declaration",
        "key": names.unique("declaration"),
        "label": _("I agree with this declaration"),
        "required": True,
        "error_missing": _("Tick the box to agree with the declaration."),
    }
    guidance = {"kind": "guidance", "body": rich(node.value)}
    return [PlainStep(slugs.unique("declaration-to-sign"), _("Declaration"), [guidance, tick])]


def _settle(root: Node, unreached: Mapping[str, Node]) -> None:
    for name in ("form_slug", "language"):
        root.take(name)
    for name, reason in LOST.items():
        root.child(name).lost(str(reason))
    for step in unreached.values():
        for pointer in (step.pointer, f"{step.pointer}/data"):
            root.ledger.worsen(pointer, Outcome.LOST, _("No answers lead to this page."))
