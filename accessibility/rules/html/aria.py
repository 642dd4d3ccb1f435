"""Roles and aria attributes: WCAG 4.1.2 and 1.3.1. The ids in brackets are those of the W3C's ACT rules."""

import re

from django.utils.translation import gettext_lazy as _

from accessibility.extract.aria import (
    ANYTHING,
    CHILDREN_PRESENTATIONAL,
    GLOBAL,
    INTEGER,
    NAMELESS,
    NUMBER,
    REQUIRED,
    ROLES,
    SUPPORTED,
    VALUES,
    implicit_role,
)
from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

REFERENCES = (
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
    "aria-labelledby", "aria-owns",
)  # fmt: skip


def attributes_of(element: Element) -> dict[str, str]:
    """Return the aria attributes of an element."""
    return {str(name): element.get(name) or "" for name in map(str, element.attrib) if name.startswith("aria-")}


class AnyAria(HtmlRule):
    """A rule over every element with an aria attribute."""

    criteria = ("4.1.2", "1.3.1")

    def _candidates(self, page: Document) -> list[Element]:  # type: ignore[override] # any iterable will do
        names = [name for name in page.having if name.startswith("aria-")]
        return [element for name in names for element in page.having[name]]


@register_rule
class RoleExists(HtmlRule):
    """A role is one that ARIA knows (674b10)."""

    id = "html-role-valid"
    criteria = ("4.1.2", "1.3.1")
    attributes = ("role",)
    message = _("This role does not exist.")
    why = _("Screen readers ignore it, and say nothing of what the thing is.")
    how = _("Use a role of WAI-ARIA, or the HTML element that is made for it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        roles = (element.get("role") or "").lower().split()
        return bool(roles) and not any(role in ROLES for role in roles)


@register_rule
class AttributeExists(AnyAria):
    """An aria attribute is one that ARIA knows (5f99a7)."""

    id = "html-aria-exists"
    message = _("An aria attribute here does not exist.")
    why = _("It does nothing.")
    how = _("Check its spelling, or remove it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return any(name not in VALUES for name in attributes_of(element))


@register_rule
class AttributeValue(AnyAria):
    """An aria attribute has a value that ARIA knows (6a7281)."""

    id = "html-aria-value"
    message = _("An aria attribute here has a value that does not exist.")
    why = _("Screen readers ignore it, or say something wrong.")
    how = _("Use a value of WAI-ARIA.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        found = attributes_of(element)
        return any(value.strip() and not _allowed(name, value.strip()) for name, value in found.items())


def _allowed(name: str, value: str) -> bool:
    kind = VALUES.get(name, ANYTHING)
    if kind == INTEGER:
        return re.fullmatch(r"-?\d+", value) is not None
    if kind == NUMBER:
        return re.fullmatch(r"-?\d*\.?\d+(e-?\d+)?", value, re.IGNORECASE) is not None
    return isinstance(kind, str) or all(word in kind for word in value.lower().split())


@register_rule
class ReferenceExists(AnyAria):
    """What an aria attribute points to exists (6a7281)."""

    id = "html-aria-reference"
    hidden_too = True
    message = _("An aria attribute here points to something that does not exist.")
    why = _("The words that should be read out are not there.")
    how = _("Give it the id of an element on this page.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        closed = element.get("aria-expanded") == "false" or element.get("aria-invalid") != "true"
        for name in REFERENCES:
            keys = (element.get(name) or "").split()
            late = (name == "aria-controls" and closed) or name == "aria-errormessage"
            if keys and not late and not any(key in page.by_id for key in keys):
                return True
        return False


@register_rule
class RequiredAttributes(HtmlRule):
    """A role has the states that it cannot do without (4e8ab6)."""

    id = "html-aria-required"
    criteria = ("4.1.2", "1.3.1")
    attributes = ("role",)
    message = _("This role needs a state that is not there.")
    why = _("Nobody hears whether it is ticked, open, or how far it has got.")
    how = _("Add the attribute, for example aria-checked, or use the HTML element that brings it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        role = page.role(element)
        if role == implicit_role(element) or (role == "separator" and not page.focusable(element)):
            return False
        needed = ("aria-valuenow",) if role == "separator" else REQUIRED.get(role, ())
        given = {name for name, value in attributes_of(element).items() if value.strip()}
        if "checkbox" in (element.get("type") or "") or element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return False
        return not set(needed) <= given


@register_rule
class PermittedAttributes(AnyAria):
    """A role has only states that it can have (5c01ea)."""

    id = "html-aria-permitted"
    message = _("An aria attribute here means nothing on this kind of thing.")
    why = _("Screen readers ignore it, or say something wrong.")
    how = _("Remove it, or use the role that it belongs to.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        role = page.role(element)
        supported = GLOBAL | set(SUPPORTED.get(role, ()))
        named = {"aria-label", "aria-labelledby"}
        found = {name for name in attributes_of(element) if name in VALUES}
        return bool(found - supported) or (role in NAMELESS and bool(found & named) and bool(element.get("role")))


@register_rule
class RoleDescription(AnyAria):
    """A description of a role stands on something that has a role (kb1m8s)."""

    id = "html-aria-role-description"
    criteria = ("1.3.1", "4.1.2")
    message = _("aria-roledescription stands on something that has no role.")
    why = _("It is not read out, or hides what the thing is.")
    how = _("Remove it, or give the thing a role.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        named = any(
            (element.get(name) or "").strip() for name in ("aria-roledescription", "aria-brailleroledescription")
        )
        return named and page.role(element) in {"", "generic", "none", "presentation"}


@register_rule
class BrailleAlone(AnyAria):
    """Words for braille stand beside words for the voice (kb1m8s)."""

    id = "html-aria-braille"
    criteria = ("1.3.1", "4.1.2")
    message = _("Words for braille stand here without words for the voice.")
    why = _("Braille displays must not say what the voice does not.")
    how = _("Give it a name or an aria-roledescription too.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        role = element.get("aria-brailleroledescription") and not (element.get("aria-roledescription") or "").strip()
        label = element.get("aria-braillelabel") and not page.name(element)
        return bool(role or label)


@register_rule
class HiddenButReachable(HtmlRule):
    """What is hidden from screen readers cannot be reached by keyboard (6cfa84)."""

    id = "html-aria-hidden-focus"
    criteria = ("4.1.2", "1.3.1")
    attributes = ("aria-hidden",)
    hidden_too = True
    message = _("This is hidden from screen readers, but the keyboard reaches something in it.")
    why = _("The focus goes to something that nobody can hear.")
    how = _("Remove aria-hidden, or take the controls out of the tab order.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if element.get("aria-hidden") != "true" or page.unseen(element):
            return False
        return any(page.focusable(part) and not page.unseen(part) for part in element.iter() if _is_tag(part))


@register_rule
class ControlInControl(HtmlRule):
    """Nothing to press stands inside something to press (307n5z)."""

    id = "html-nested-control"
    criteria = ("4.1.2",)
    tags = ("button", "summary", "option", "meter", "progress")
    roles = CHILDREN_PRESENTATIONAL
    message = _("Something that can be reached stands inside another control.")
    why = _("Screen readers read the outer one as plain words: what is inside is lost.")
    how = _("Put the two beside each other.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return any(
            page.focusable(part) and not page.hidden(part) for part in element.iterdescendants() if _is_tag(part)
        )


@register_rule
class LooksThatSpeak(HtmlRule):
    """No role of looks stands on what the keyboard reaches (46ca7f)."""

    id = "html-presentation-conflict"
    criteria = ("4.1.2", "1.3.1")
    attributes = ("role",)
    message = _("This is marked as being there for its looks, but it can be reached or is named.")
    why = _("Browsers ignore the mark, and it is read out all the same.")
    how = _("Remove the role, or the name and the tabindex.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        marked = (element.get("role") or "").lower().split()[:1] in (["none"], ["presentation"])
        told = set(attributes_of(element)) & (GLOBAL - {"aria-hidden"})
        return marked and (page.focusable(element) or bool(told))


def _is_tag(element: Element) -> bool:
    return isinstance(element.tag, str)
