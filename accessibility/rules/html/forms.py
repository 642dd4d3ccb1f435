"""Form fields: WCAG 1.3.1, 1.3.5, 2.4.6, 2.5.3, 3.3.2, 4.1.2. The ids in brackets are those of the W3C's ACT rules."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.aria import WIDGETS
from accessibility.extract.dom import Document, Element
from accessibility.rules.html.autocomplete import PURPOSES, is_valid
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

VAGUE = frozenset((
    "menu", "field", "input", "text", "value", "label", "enter", "type here", "enter text", "fill in", "other",
    "answer", "question", "select", "choose", "option", "details", "info", "data", "item", "untitled", "?", "*",
))  # fmt: skip
WORD = re.compile(r"\w+")


class FieldRule(HtmlRule):
    """A rule over what people fill in."""

    def _candidates(self, page: Document) -> Iterator[Element]:
        yield from page.fields


@register_rule
class FieldName(FieldRule):
    """A field has a label (e086e5)."""

    id = "html-field-name"
    criteria = ("4.1.2", "1.3.1", "3.3.2")
    message = _("This field has no label.")
    why = _("People who cannot see it do not know what to write.")
    how = _("Give it a label and connect the two with “for” and “id”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.name(element)


@register_rule
class FieldLabel(FieldRule):
    """A field's label can be seen, and stays when people write."""

    id = "html-field-label"
    criteria = ("3.3.2", "1.3.1")
    level = "warn"
    message = _("This field has no label that stays in sight.")
    why = _("A placeholder goes away when people start to write, and a title needs a mouse.")
    how = _("Write a label above the field.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not (page.labels.get(element) or element.get("aria-labelledby"))


@register_rule
class VagueLabel(FieldRule):
    """A label says what to write (cc0f0a)."""

    id = "html-label-vague"
    criteria = ("2.4.6", "3.3.2")
    level = "warn"
    message = _("This label does not say what to write.")
    why = _("People who hear the label by itself do not know what is asked.")
    how = _("Name what is asked, for example “Date of birth”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return page.name(element).lower().strip(" :*") in VAGUE


@register_rule
class TwinLabels(FieldRule):
    """No two fields have the same label, unless their groups tell them apart (cc0f0a)."""

    id = "html-label-unique"
    criteria = ("2.4.6", "3.3.2")
    level = "warn"
    message = _("Another field here has the same label.")
    why = _("People who hear the labels cannot tell the fields apart.")
    how = _("Say in each label whose or which one it is, or group the fields with a legend.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        named: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
        for field in page.fields:
            if (field.get("type") or "").lower() not in {"radio", "checkbox"}:
                group = page.inside(field, "fieldset", "table")
                named[page.name(field).lower(), page.name(group) if group is not None else ""].append(field)
        for (name, _group), fields in named.items():
            if name and len(fields) > 1:
                yield from fields[1:]


@register_rule
class LabelForNothing(HtmlRule):
    """A label belongs to a field."""

    id = "html-label-target"
    criteria = ("1.3.1", "4.1.2")
    tags = ("label",)
    message = _("This label belongs to no field.")
    why = _("It looks like a label, but is read out with no field.")
    how = _("Give “for” the id of the field.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        target = page.by_id.get(element.get("for") or "")
        inside = next(element.iter("input", "select", "textarea", "meter", "output", "progress", "button"), None)
        return inside is None and (target is None or target.tag in {"div", "span", "p", "label"})


@register_rule
class LabelForHidden(HtmlRule):
    """A label that points somewhere points to its own field only."""

    id = "html-label-one-field"
    criteria = ("1.3.1", "3.3.2")
    level = "warn"
    tags = ("label",)
    message = _("One label stands for several fields.")
    why = _("Only the first field gets the label; the others have none.")
    how = _("Give each field a label of its own.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        fields = [field for field in element.iter("input", "select", "textarea") if field in page.fields]
        return len(fields) > 1


@register_rule
class LabelInName(HtmlRule):
    """The words that people see are in the name that software uses (2ee8b8)."""

    id = "html-label-in-name"
    criteria = ("2.5.3",)
    attributes = ("aria-label", "aria-labelledby")
    message = _("The name of this control leaves out the words that can be seen on it.")
    why = _("People who speak to their computer say the words they see, and nothing happens.")
    how = _("Start the aria-label with the words that can be seen, or remove it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if page.role(element) not in WIDGETS:
            return False
        seen, name = _visible(element, page), _plain(page.name(element))
        return len(seen) > 1 and bool(name) and f" {seen} " not in f" {name} "


@register_rule
class Autocomplete(HtmlRule):
    """autocomplete names a purpose that HTML knows (73f2c2)."""

    id = "html-autocomplete"
    criteria = ("1.3.5",)
    attributes = ("autocomplete",)
    message = _("This autocomplete names no purpose that browsers know.")
    why = _("The browser cannot fill it in for people who find writing hard.")
    how = _("Use a word of the HTML standard, for example “email” or “postal-code”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        usable = element.tag in {"input", "select", "textarea"} and "disabled" not in element.attrib
        kind = (element.get("type") or "").lower()
        return (
            usable
            and kind not in {"hidden", "button", "submit", "reset"}
            and not is_valid(element.get("autocomplete") or "")
        )


@register_rule
class PurposeWithoutAutocomplete(FieldRule):
    """A field about the person who fills it in can be filled in by the browser."""

    id = "html-autocomplete-missing"
    criteria = ("1.3.5",)
    level = "warn"
    message = _("This field asks for something about the person, and has no autocomplete.")
    why = _("People who find writing or remembering hard let the browser fill it in.")
    how = _("Add autocomplete, for example “name”, “email”, “tel” or “bday”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        kind = (element.get("type") or "text").lower()
        if element.tag != "input" or "autocomplete" in element.attrib or kind not in {"text", "email", "tel", "date"}:
            return False
        return bool(PURPOSES.search(page.name(element)))


def _visible(element: Element, page: Document) -> str:
    if element.tag != "input":
        return _plain(page.text(element))
    if (element.get("type") or "").lower() in {"button", "submit", "reset"}:
        return _plain(element.get("value") or "")
    return _plain(" ".join(page.text(label) for label in page.labels.get(element, [])))


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
