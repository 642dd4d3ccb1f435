"""Groups of fields, errors, and what a form does: WCAG 1.3.1, 3.2.2, 3.3.1."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

ERROR_MARK = re.compile(r"error|invalid|validation|alert-danger", re.IGNORECASE)
ERROR_WORDS = re.compile(
    r"\b(errors?|invalid|must be|must not|is required|please (fill|enter|correct))\b", re.IGNORECASE
)


@register_rule
class FieldsetLegend(HtmlRule):
    """A group of fields has a legend."""

    id = "html-fieldset-legend"
    criteria = ("1.3.1", "3.3.2")
    tags = ("fieldset",)
    message = _("This group of fields has no legend.")
    why = _("The legend is the question. Without it people hear only the answers.")
    how = _("Write the question in a legend, first in the fieldset.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.name(element)


@register_rule
class RoleGroupName(HtmlRule):
    """A group that is made with a role has a name."""

    id = "html-group-name"
    criteria = ("1.3.1", "4.1.2")
    level = "warn"
    roles = ("radiogroup", "group")
    message = _("This group has no name.")
    why = _("The name is the question. Without it people hear only the answers.")
    how = _("Point aria-labelledby at the question.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.tag not in {"fieldset", "optgroup", "details"} and not page.name(element)


@register_rule
class LooseChoices(HtmlRule):
    """Radio buttons and tick boxes of one question stand in one group."""

    id = "html-choices-group"
    criteria = ("1.3.1", "3.3.2")
    message = _("These choices belong together, but no group holds them.")
    why = _("People hear “Yes” and “No” and do not know what was asked.")
    how = _("Put them in a fieldset, with the question as its legend.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        named: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
        for field in page.fields:
            kind = (field.get("type") or "").lower()
            if kind in {"radio", "checkbox"} and field.get("name"):
                named[kind, field.get("name") or ""].append(field)
        for fields in named.values():
            if len(fields) > 1 and _group_of(fields[0], page) is None:
                yield fields[0]


def _group_of(field: Element, page: Document) -> Element | None:
    return next(
        (outer for outer in field.iterancestors() if page.role(outer) in {"group", "radiogroup", "listbox"}), None
    )


@register_rule
class ErrorsNotTied(HtmlRule):
    """A message about errors leads to the fields that are wrong (36b590)."""

    id = "html-errors-identified"
    criteria = ("3.3.1",)
    level = "warn"
    message = _("This speaks of errors, but nothing ties it to the field.")
    why = _("People do not know which field to mend, and may never hear of the error.")
    how = _("Name each field, link to it, and point the field's aria-describedby at its error.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        if not page.fields or any(field.get("aria-invalid") == "true" for field in page.fields):
            return
        described = {key for field in page.fields for key in _pointers(field)}
        for element in page.all("div", "span", "p", "ul", "section", "strong"):
            linked = any((link.get("href") or "").startswith("#") for link in element.iter("a"))
            if _speaks_of_errors(element) and not linked and (element.get("id") or "") not in described:
                yield element
                return


def _pointers(field: Element) -> list[str]:
    return [*(field.get("aria-describedby") or "").split(), *(field.get("aria-errormessage") or "").split()]


def _speaks_of_errors(element: Element) -> bool:
    marks = " ".join((element.get("class") or "", element.get("id") or "", element.get("role") or ""))
    marked = ERROR_MARK.search(marks) or element.get("role") == "alert"
    holds_fields = next(element.iter("input", "select", "textarea"), None) is not None
    return bool(marked) and not holds_fields and bool(ERROR_WORDS.search("".join(map(str, element.itertext()))))


@register_rule
class ActsByItself(HtmlRule):
    """A choice does nothing by itself."""

    id = "html-select-acts"
    criteria = ("3.2.2",)
    level = "warn"
    tags = ("select",)
    message = _("Check that this choice does nothing until people press a button.")
    why = _("With the keyboard each option is chosen on the way, and the page changes under people's hands.")
    how = _("Put a button after it that does what was chosen.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if "onchange" in element.attrib:
            return True
        form = page.inside(element, "form")
        if form is None:
            return False
        buttons = [button for button in form.iter("button", "input") if button.tag == "button" or _submits(button)]
        return not buttons


def _submits(element: Element) -> bool:
    return (element.get("type") or "").lower() in {"submit", "image", "button"}
