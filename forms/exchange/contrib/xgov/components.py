"""Each component of the source as questions or guidance of ours."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.exchange.clean import is_harmless, rich
from forms.exchange.contrib.xgov.book import Book
from forms.exchange.contrib.xgov.lists import Choices
from forms.exchange.contrib.xgov.options import settle_options
from forms.exchange.ledger import Outcome
from forms.exchange.node import Node
from forms.exchange.wording import with_errors

#: Types that ask, to our kind. Other kinds of question in the source stand in DOWNGRADED.
KINDS = {
    "TextField": "text",
    "MultilineTextField": "long_text",
    "FreeTextField": "long_text",
    "NumberField": "number",
    "EmailAddressField": "email",
    "TelephoneNumberField": "phone",
    "WebsiteField": "website",
    "YesNoField": "yes_no",
    "RadiosField": "radios",
    "CheckboxesField": "checkboxes",
    "SelectField": "select",
    "AutocompleteField": "select",
    "DatePartsField": "date",
    "DateField": "date",
    "MonthYearField": "month",
    "UkAddressField": "address",
    "FileUploadField": "file",
    "ClientSideFileUploadField": "file",
    "DeclarationField": "declaration",
}
DOWNGRADED = {
    "TimeField": ("text", gettext_lazy("A time becomes a short text.")),
    "DateTimePartsField": ("text", gettext_lazy("A date with a time becomes a short text.")),
    "DateTimeField": ("text", gettext_lazy("A date with a time becomes a short text.")),
    "MultiInputField": ("long_text", gettext_lazy("A table of answers becomes a long text. Think of “Add another”.")),
    "OsGridRefField": ("text", gettext_lazy("A grid reference becomes a short text. Think of “Place on the map”.")),
    "NationalGridFieldNumberField": ("text", gettext_lazy("A national grid field number becomes a short text.")),
    "EastingNorthingField": ("text", gettext_lazy("Easting and northing become one short text.")),
    "LatLongField": ("location", gettext_lazy("Latitude and longitude become a place, which may be described.")),
    "GeospatialField": ("location", gettext_lazy("Shapes on a map become one place.")),
}
CONTENT = frozenset({"Para", "Html", "Markdown", "InsetText", "NotificationBanner", "WarningText", "Details", "List"})
LOST = {
    "FlashCard": gettext_lazy("Cards that show a list have no counterpart."),
    "ContextComponent": gettext_lazy("Words that another program fills in have no counterpart."),
    "HiddenField": gettext_lazy("A hidden field asks nobody. What is known beforehand is not asked for here."),
    "PaymentField": gettext_lazy("Set up the payment in the editor: an amount from a file is never charged."),
}
WITH_CHOICES = frozenset({"radios", "checkboxes", "select"})


def read_component(component: Node, page: Node, book: Book) -> tuple[list[dict[str, Any]], list[tuple[Node, str, str]]]:
    """Return the questions of a component, and what its choices reveal: (component, key, option)."""
    kind = str(component.peek("type") or "")
    if kind in LOST or kind not in {*KINDS, *DOWNGRADED, *CONTENT}:
        component.lost(
            str(LOST.get(kind) or _("Waymark has no question or part of the type “%(type)s”.") % {"type": kind[:60]})
        )
        return [], []
    if kind in CONTENT:
        return _content(component, kind, book), []
    return _question(component, page, book)


def _question(component: Node, page: Node, book: Book) -> tuple[list[dict[str, Any]], list[tuple[Node, str, str]]]:
    source = component.take("type")
    kind, reason = (KINDS[source], "") if source in KINDS else DOWNGRADED[source]
    choices = book.choices_of(component) if kind in WITH_CHOICES else Choices()
    question: dict[str, Any] = {"kind": kind, "key": book.enter(component, page, kind, choices)}
    question["label"] = component.text("title") or page.text("title") or question["key"]
    question["hint"] = component.text("hint", 400) if component.peek("hint") else ""
    question["required"] = True
    if kind in WITH_CHOICES:
        question["options"] = choices.options() or [
            {"value": "choice", "label": _("Write the choices here"), "hint": ""}
        ]
    before = _declared(component) if kind == "declaration" else []
    settle_options(component, question)
    if reason:
        component.ledger.worsen(f"{component.pointer}/type", Outcome.DOWNGRADED, str(reason))
        component.mark(Outcome.DOWNGRADED, str(reason))
    component.mark(Outcome.MAPPED)
    _settle_short_title(component)
    reveals = [(node, question["key"], choice.option["value"]) for choice in choices.entries for node in choice.reveals]
    return [*before, with_errors(question)], reveals


def _settle_short_title(component: Node) -> None:
    for name in ("shortDescription", "titleForErrors"):
        if component.peek(name):
            component.child(name).lost(_("The question itself stands in error texts and on the check page."))


def _declared(component: Node) -> list[dict[str, Any]]:
    """Return what is declared as guidance above the tick box."""
    return [_guidance(component, "content")] if component.peek("content") else []


def _content(component: Node, kind: str, book: Book) -> list[dict[str, Any]]:
    component.mark(Outcome.MAPPED)
    component.take("type")
    component.take("name")
    component.take("id")
    component.child("schema").lost(_("Guidance has no answer to check."))
    component.child("options").lost(_("The look of guidance is the site's own."))
    return READERS.get(kind, _words)(component, book)


def _words(component: Node, _book: Book) -> list[dict[str, Any]]:
    return [_guidance(component, "content")]


def _guidance(component: Node, key: str, kind: str = "guidance") -> dict[str, Any]:
    """Return guidance with safe HTML of ``component[key]``."""
    node = component.child(key)
    if isinstance(node.value, dict):
        node = node.in_one_language()
    source = node.value if isinstance(node.value, str) else ""
    if component.peek("type") == "Markdown":
        from markdown_it import MarkdownIt

        source = MarkdownIt("commonmark", {"html": False}).render(source)
    safe = is_harmless(source)
    node.mark(
        Outcome.MAPPED if safe else Outcome.DOWNGRADED, "" if safe else _("Unsafe or unknown mark-up was taken out.")
    )
    return {"kind": kind, "body": rich(source)}


def _warning(component: Node, _book: Book) -> list[dict[str, Any]]:
    return [_guidance(component, "content" if component.peek("content") else "text", "warning")]


def _details(component: Node, _book: Book) -> list[dict[str, Any]]:
    return [{**_guidance(component, "content", "details"), "label": component.text("title") or _("More about this")}]


def _list(component: Node, book: Book) -> list[dict[str, Any]]:
    """Return a bulleted list as guidance."""
    choices = book.choices_of(component)
    title = component.text("title") if component.peek("title") else ""
    items = "".join(
        f"<li>{rich(choice.option['label']).removeprefix('<p>').removesuffix('</p>')}</li>"
        for choice in choices.entries
    )
    lead = rich(title) if title else ""
    return [{"kind": "guidance", "body": f"{lead}<ul>{items}</ul>"}] if items else []


READERS: dict[str, Callable[[Node, Book], list[dict[str, Any]]]] = {
    "Details": _details,
    "List": _list,
    "WarningText": _warning,
}
