"""Lists, paragraphs and elements that HTML has given up: WCAG 1.3.1 and 4.1.2."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import DECLARATION, Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*?(/?)>")
RAW = re.compile(r"<!--.*?-->|<(script|style|textarea|title)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
#: Elements whose end HTML lets out, and those that have none.
OPEN_ENDED = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "caption",
        "html",
        "head",
        "body",
        "rp",
        "rt",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


@register_rule
class ListParts(HtmlRule):
    """A list holds items only."""

    id = "html-list-parts"
    criteria = ("1.3.1",)
    tags = ("ul", "ol")
    message = _("Something other than an item stands in this list.")
    why = _("Screen readers count the items wrong.")
    how = _("Put everything in the list into items.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if element.get("role") not in {None, "", "list"}:
            return False
        children = [child.tag for child in element if isinstance(child.tag, str)]
        loose = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        return bool(loose) or any(tag not in {"li", "script", "template"} for tag in children)


@register_rule
class LooseItem(HtmlRule):
    """An item stands in a list."""

    id = "html-list-item"
    criteria = ("1.3.1",)
    tags = ("li",)
    message = _("This item stands in no list.")
    why = _("Screen readers do not say that it is an item.")
    how = _("Put it in a list.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        parent = element.getparent()
        in_list = parent is not None and (parent.tag in {"ul", "ol", "menu"} or page.role(parent) == "list")
        return not in_list and not element.get("role")


@register_rule
class Definitions(HtmlRule):
    """A list of definitions holds terms and what they mean."""

    id = "html-definition-list"
    criteria = ("1.3.1",)
    tags = ("dl",)
    message = _("This list of definitions lacks a term or what it means.")
    why = _("Screen readers cannot say what belongs together.")
    how = _("Put dt before each dd, and nothing else in the dl.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        parts = [part.tag for part in element.iter("dt", "dd")]
        strange = [
            child for child in element.iterchildren() if child.tag not in {"dt", "dd", "div", "script", "template"}
        ]
        return not parts or "dt" not in parts or "dd" not in parts or any(isinstance(c.tag, str) for c in strange)


@register_rule
class GivenUp(HtmlRule):
    """Looks are the style sheet's."""

    id = "html-deprecated"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("center", "font", "big", "tt", "strike", "basefont", "dir", "frameset", "applet", "acronym")
    message = _("HTML has given up this element.")
    why = _("It says how something looks, not what it is, and people cannot change it.")
    how = _("Use an element that says what it is, and style that.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return True


@register_rule
class EmptyParagraph(HtmlRule):
    """A paragraph has words."""

    id = "html-paragraph-empty"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("p",)
    message = _("This paragraph is empty.")
    why = _("Screen readers stop at it and say “blank”.")
    how = _("Remove it, and make room with a style sheet.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        filled = next((part for part in element.iterdescendants() if part.tag not in {"br", "span", "b", "i"}), None)
        return not page.text(element).strip("\u00a0 ") and filled is None


@register_rule
class BrokenLines(HtmlRule):
    """Paragraphs are paragraphs, not broken lines."""

    id = "html-line-breaks"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("br",)
    message = _("Two line breaks stand for a new paragraph here.")
    why = _("Screen readers cannot jump from paragraph to paragraph.")
    how = _("Use paragraphs.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        following = element.getnext()
        second = following is not None and following.tag == "br" and not (element.tail or "").strip()
        return second and following is not None and bool((following.tail or "").strip())


@register_rule
class WindowMode(HtmlRule):
    """An embedded object leaves the keyboard alone."""

    id = "html-object-wmode"
    criteria = ("2.1.1", "4.1.2")
    level = "warn"
    tags = ("object", "embed")
    message = _("This object is embedded in a way that shuts out the keyboard and screen readers.")
    why = _("Plug-ins with another wmode than “window” are not read out.")
    how = _("Show the content without a plug-in.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        modes = [element.get("wmode") or ""] + [
            part.get("value") or "" for part in element.iter("param") if (part.get("name") or "").lower() == "wmode"
        ]
        return any(mode.lower() not in {"", "window"} for mode in modes)


@register_rule
class Unbalanced(HtmlRule):
    """What is opened is closed, in the right order."""

    id = "html-tags-balance"
    criteria = ("4.1.2", "1.3.1")
    level = "warn"
    message = _("An element here is opened and not closed, or closed and not opened.")
    why = _("Browsers guess what was meant, and screen readers may hear another page.")
    how = _("Close each element where it ends.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        if unbalanced(page.source):
            yield next(iter(page.all("body")), page.root)


def unbalanced(html: str) -> bool:
    """Return whether the tags of ``html`` do not match. Parsers mend it silently, so the text itself is read."""
    waiting: list[str] = []
    for slash, name, self_closed in OPEN_OR_CLOSE.findall(RAW.sub(" ", DECLARATION.sub("", html))):
        tag = name.lower()
        if tag in OPEN_ENDED or self_closed:
            continue
        if not slash:
            waiting.append(tag)
        elif waiting and waiting[-1] == tag:
            waiting.pop()
        else:
            return True
    return bool(waiting)


@register_rule
class DuplicateId(HtmlRule):
    """What is pointed to is there once."""

    id = "html-duplicate-id"
    criteria = ("4.1.2", "1.3.1")
    attributes = ("id",)
    message = _("Two elements have this id, and something points to it.")
    why = _("A label or a description is tied to the wrong one.")
    how = _("Give each an id of its own.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        key = element.get("id") or ""
        if not key or page.by_id.get(key) is element:
            return False
        pointing = ("for", "aria-labelledby", "aria-describedby", "headers", "aria-controls")
        return any(key in (other.get(name) or "").split() for name in pointing for other in page.having.get(name, []))
