"""The whole definition: pages in path order with one condition each, and every top-level part accounted for."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.exchange.base import PlainForm, PlainStep, RefusedError
from forms.exchange.clean import rich
from forms.exchange.contrib.xgov.book import Book
from forms.exchange.contrib.xgov.conditions import Conditions
from forms.exchange.contrib.xgov.pages import Pages
from forms.exchange.contrib.xgov.walks import page_conditions, walk_links
from forms.exchange.ledger import Ledger, Outcome
from forms.exchange.node import Node

LOST = {
    "outputs": gettext_lazy(
        "Where requests go is set up in the editor: addresses and keys from a file are never used."
    ),
    "fees": gettext_lazy("Set up the payment in the editor: an amount from a file is never charged."),
    "feeOptions": gettext_lazy("Set up the payment in the editor: an amount from a file is never charged."),
    "defaultFee": gettext_lazy("Set up the payment in the editor: an amount from a file is never charged."),
    "payApiKey": gettext_lazy("A secret in a file is dropped."),
    "webhookHmacSharedKey": gettext_lazy("A secret in a file is dropped."),
    "phaseBanner": gettext_lazy("A phase banner belongs to the whole site."),
    "metadata": gettext_lazy("It says nothing that a resident or a service needs."),
    "feedback": gettext_lazy("Every page of this site asks for feedback."),
    "skipSummary": gettext_lazy("Answers are always checked before they are sent."),
    "specialPages": gettext_lazy("What comes after sending is told by the service promise."),
    "exitOptions": gettext_lazy("Save and return is part of every form."),
    "markAsComplete": gettext_lazy("Save and return is part of every form."),
    "analytics": gettext_lazy("Statistics are kept without other companies."),
}
FACTS = ("startPage", "version", "engine", "schema")


def read(data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
    """Return the form. Raises :class:`RefusedError` on a cycle, a missing start or a form without pages."""
    root = Node(ledger, data)
    book = Book.open(root)
    pages = Pages(book)
    walk = page_conditions if _is_v2(data) else walk_links
    conditions = Conditions(book, own_page=walk is walk_links)
    shown = walk(pages, conditions)
    conditions.close()
    steps = pages.steps(shown)
    if not steps:
        raise RefusedError(_("No page of this form asks or says anything."), "/pages")
    form = PlainForm(_title(root, steps), [*steps, *_declaration(root, pages)], pages.facts)
    _settle(root)
    return form


def _is_v2(data: Mapping[str, Any]) -> bool:
    """Return whether the walk goes by page conditions (DEFRA's engine V2) and not by links."""
    return str(data.get("engine", "")).upper() == "V2"


def _title(root: Node, steps: list[PlainStep]) -> str:
    title = root.text("name") if root.peek("name") else ""
    if not title:
        root.ledger.notes.append(_("The file has no name for the form. We took the title of its first page."))
    return title or steps[0].title


def _declaration(root: Node, pages: Pages) -> list[PlainStep]:
    """Return the declaration of the summary page as a last step of ours."""
    node = root.child("declaration")
    if not node.value or not isinstance(node.value, str):
        return []
    node.mark(Outcome.MAPPED)
    tick = {
        "kind": "declaration",
        "key": pages.book.keys.unique("declaration"),
        "label": _("I agree with this declaration"),
        "required": True,
        "error_missing": _("Tick the box to agree with the declaration."),
    }
    guidance = {"kind": "guidance", "body": rich(node.value)}
    return [PlainStep(pages.slugs.unique("declaration-to-sign"), _("Declaration"), [guidance, tick])]


def _settle(root: Node) -> None:
    """Enter the top-level parts that are neither pages, lists nor conditions."""
    for name in FACTS:
        root.take(name)
    for name, reason in LOST.items():
        root.child(name).lost(str(reason))
    for section in root.items("sections"):
        for name in ("name", "id"):
            section.take(name)
        section.child("hideTitle").lost(_("The heading of a group is shown on the check page only."))
        section.text("title")
