"""Keyboard: WCAG 2.1.1, 2.1.2, 2.1.4, 2.4.3, 2.4.7. The ids in brackets are those of the W3C's ACT rules."""

import re

from django.utils.translation import gettext_lazy as _

from accessibility.extract.aria import WIDGETS
from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

CLOSING_WORD = re.compile(r"^(x|×|✕|✖|⨯|close|dismiss|hide)$", re.IGNORECASE)
FOLDING = re.compile(r"accordion|concertina|collaps|expand|toggle", re.IGNORECASE)
SCROLLS = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:auto|scroll)", re.IGNORECASE)
SIZED = re.compile(r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:", re.IGNORECASE)
PULLS_FOCUS = re.compile(r"focus\s*\(|moveFocus", re.IGNORECASE)
NO_OUTLINE = re.compile(r"outline(?:-width|-style)?\s*:\s*(?:none|0)", re.IGNORECASE)


@register_rule
class TabOrder(HtmlRule):
    """The tab order is the order of the page."""

    id = "html-tabindex"
    criteria = ("2.4.3",)
    attributes = ("tabindex",)
    message = _("This is taken out of the order of the page: its tabindex is over 0.")
    why = _("The focus jumps about, and people lose their place.")
    how = _("Use tabindex 0, and put things in the order in which they are read.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(re.fullmatch(r"\s*\+?0*[1-9]\d*\s*", element.get("tabindex") or ""))


@register_rule
class AccessKey(HtmlRule):
    """No key of the reader's own is taken."""

    id = "html-accesskey"
    criteria = ("2.1.4",)
    level = "warn"
    attributes = ("accesskey",)
    message = _("This takes a key of the keyboard for itself.")
    why = _("The key may be one that a screen reader or a browser uses.")
    how = _("Remove the accesskey.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool((element.get("accesskey") or "").strip())


@register_rule
class ClickOnly(HtmlRule):
    """What can be clicked can be pressed."""

    id = "html-click-only"
    criteria = ("2.1.1",)
    attributes = ("onclick", "onmousedown", "ondblclick")
    message = _("This can be clicked, but the keyboard does not reach it.")
    why = _("People who use no mouse cannot use it.")
    how = _("Make it a button or a link.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if element.tag in {"body", "html", "label", "form"} or page.focusable(element):
            return False
        return next((part for part in element.iterdescendants() if page.focusable(part)), None) is None


@register_rule
class MouseOnly(HtmlRule):
    """What shows under the mouse shows under the focus."""

    id = "html-hover-only"
    criteria = ("2.1.1",)
    level = "warn"
    attributes = ("onmouseover", "onmouseenter")
    message = _("This does something under the mouse only.")
    why = _("People who use no mouse never see it.")
    how = _("Do the same when it has the focus.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "onfocus" not in element.attrib


@register_rule
class CloseMark(HtmlRule):
    """What closes something can be pressed."""

    id = "html-close-focus"
    criteria = ("2.1.1",)
    level = "warn"
    tags = ("span", "div", "p", "i", "img", "svg")
    hidden_too = True
    message = _("This looks like a close button, but the keyboard does not reach it.")
    why = _("People who use no mouse cannot close what is open.")
    how = _("Make it a button named “Close”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if page.focusable(element) or page.inside(element, "a", "button", "label", "summary") is not None:
            return False
        said = [" ".join("".join(map(str, element.itertext())).split()), element.get("title") or ""]
        marked = re.search(r"\bclose\b", element.get("class") or "", re.IGNORECASE)
        return bool(CLOSING_WORD.match(said[0])) and (bool(marked) or bool(said[1]) or said[0].lower() != "x")


@register_rule
class FoldedParts(HtmlRule):
    """What folds and unfolds can be pressed."""

    id = "html-fold-focus"
    criteria = ("2.1.1",)
    level = "warn"
    attributes = ("class",)
    message = _("This seems to fold and unfold, but holds nothing that the keyboard reaches.")
    why = _("People who use no mouse cannot open it.")
    how = _("Put a button in each heading, or use details and summary.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if not FOLDING.search(element.get("class") or "") or page.focusable(element):
            return False
        outer = any(FOLDING.search(part.get("class") or "") for part in element.iterancestors())
        parts = [part for part in element.iter("dt", "h2", "h3", "h4", "div", "li") if part is not element]
        return not outer and bool(parts) and not any(page.focusable(part) for part in element.iterdescendants())


@register_rule
class ScrollingPart(HtmlRule):
    """The keyboard can scroll what scrolls (0ssw9k)."""

    id = "html-scroll-focus"
    criteria = ("2.1.1",)
    attributes = ("style",)
    message = _("This part scrolls, but the keyboard does not reach it.")
    why = _("People who use no mouse cannot read what is out of sight.")
    how = _("Give it tabindex 0, a role and a name, or let it grow.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        style = element.get("style") or ""
        if not (SCROLLS.search(style) and SIZED.search(style)) or page.focusable(element):
            return False
        return not any(page.focusable(part) and not page.hidden(part) for part in element.iterdescendants())


@register_rule
class FocusTrap(HtmlRule):
    """The focus can leave (80af7b, a1b64e, ebe86a)."""

    id = "html-focus-trap"
    criteria = ("2.1.2",)
    level = "warn"
    attributes = ("onblur", "onfocusout")
    message = _("This takes the focus back, or sends it somewhere, when people leave it.")
    why = _("People who use no mouse are caught, and can only close the window.")
    how = _("Let the focus go.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(PULLS_FOCUS.search(f"{element.get('onblur') or ''} {element.get('onfocusout') or ''}"))


@register_rule
class KeyHandler(HtmlRule):
    """A key of one letter can be switched off (ffbc54)."""

    id = "html-key-handler"
    criteria = ("2.1.4",)
    level = "warn"
    attributes = ("onkeydown", "onkeypress", "onkeyup")
    message = _("Check that no single letter does something here that people cannot switch off.")
    why = _("People who speak to their computer set it off with any word.")
    how = _("Ask for Ctrl or Alt with the letter.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.tag in {"body", "html", "div", "main"} and page.role(element) not in WIDGETS


@register_rule
class NoOutline(HtmlRule):
    """The focus can be seen (oj04fd)."""

    id = "html-focus-style"
    criteria = ("2.4.7",)
    level = "warn"
    attributes = ("style",)
    message = _("This hides where the focus is.")
    why = _("People who use no mouse cannot see where they are.")
    how = _("Keep the outline, or draw a better one.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return page.focusable(element) and bool(NO_OUTLINE.search(element.get("style") or ""))


@register_rule
class NoEffectControl(HtmlRule):
    """A link without a target is no button."""

    id = "html-link-as-button"
    criteria = ("2.1.1", "4.1.2")
    level = "warn"
    tags = ("a",)
    message = _("This is written as a link but works as a button, by a script alone.")
    why = _("Screen readers promise that it leads somewhere, and without the script it does nothing.")
    how = _("Make it a button.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        href = (element.get("href") or "").strip().lower()
        return href in {"#", "#!", "javascript:void(0)", "javascript:;"} and not element.get("role")
