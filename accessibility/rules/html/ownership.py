"""What roles hold and what holds them: WCAG 1.3.1 and 4.1.2. The ids in brackets are those of the W3C's ACT rules."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.aria import CONTEXT, OWNED
from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

THROUGH = {"", "generic", "none", "presentation"}


def owned(element: Element, page: Document) -> Iterator[Element]:
    """Yield what an element holds, looking through what has no role of its own."""
    borrowed = [page.by_id[key] for key in (element.get("aria-owns") or "").split() if key in page.by_id]
    for child in [*element.iterchildren(), *borrowed]:
        if not isinstance(child.tag, str) or page.hidden(child):
            continue
        if page.role(child) in THROUGH and not page.focusable(child):
            yield from owned(child, page)
        else:
            yield child


@register_rule
class RequiredContext(HtmlRule):
    """A part of a composite stands in it (ff89c9)."""

    id = "html-role-context"
    criteria = ("1.3.1", "4.1.2")
    roles = frozenset(CONTEXT)
    message = _("This role stands outside the thing that it is a part of.")
    why = _("Screen readers cannot say which of how many it is.")
    how = _("Put it in the role it belongs to, for example a listitem in a list.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        needed = CONTEXT[page.role(element)]
        key = element.get("id")
        if key and any(key in (other.get("aria-owns") or "").split() for other in page.having.get("aria-owns", [])):
            return False
        outer = next((part for part in element.iterancestors() if page.role(part) not in THROUGH), None)
        return outer is None or page.role(outer) not in needed


@register_rule
class RequiredOwned(HtmlRule):
    """A composite holds its parts, and nothing else (bc4a75)."""

    id = "html-role-owned"
    criteria = ("1.3.1", "4.1.2")
    roles = frozenset(OWNED)
    message = _("This role holds none of the parts it is made of, or others too.")
    why = _("Screen readers count its parts wrong, or find none.")
    how = _("Put only its own parts in it, for example listitems in a list.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if element.get("aria-busy") == "true":
            return False
        wanted, parts = OWNED[page.role(element)], list(owned(element, page))
        found = [page.role(part) in wanted for part in parts]
        return not all(found) or (not parts and bool(page.text(element)))


@register_rule
class FakeControl(HtmlRule):
    """What acts as a control can be reached by keyboard."""

    id = "html-role-focus"
    criteria = ("2.1.1",)
    roles = ("button", "link", "checkbox", "switch", "slider", "spinbutton", "textbox", "searchbox", "combobox")
    message = _("This acts as a control, but the keyboard does not reach it.")
    why = _("People who use no mouse cannot use it.")
    how = _("Use the HTML element that is made for it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        off = element.get("aria-disabled") == "true" or "tabindex" in element.attrib
        return not off and not page.focusable(element) and "disabled" not in element.attrib
