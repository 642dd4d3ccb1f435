"""HTML as a tree that can be asked: what is hidden, what is a thing called, where does it stand.

Names follow the W3C's Accessible Name and Description Computation 1.2 as far as markup alone can tell: style sheets
are not read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import lxml.html
from lxml import etree

from accessibility.extract.aria import NAME_FROM_CONTENT, ROLES, implicit_role

Element = etree._Element

UNSEEN = {"head", "script", "style", "template", "noscript", "title", "meta", "link"}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
SPACE = re.compile(r"\s+")
#: What XML, which lxml is made on, cannot hold.
UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What may stand before the body, as far as HTML allows its tag to be left out (HTML Standard, 13.1.2.4).
BEFORE_BODY = re.compile(
    r"\s*(?:<!--.*?-->|<!doctype[^>]*>|</?(?:html|head)\b[^>]*>|<(?:meta|link|base)\b[^>]*>"
    r"|<(title|style|script|noscript|template)\b[^>]*>.*?</\1\s*>)",
    re.IGNORECASE | re.DOTALL,
)
BODY = re.compile(r"<(?:body|frameset)\b", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
FIELDS = ("input", "select", "textarea")
NO_FIELD = {"hidden", "submit", "reset", "button", "image"}


def parse(html: str) -> tuple[Element, bool]:
    """Return the root of ``html``, read as forgivingly as a browser reads it, and whether all of it was read.

    Never raises for content. What lies deeper than the parser goes (2,048 elements) is left out with all that follows.
    """
    text = DECLARATION.sub("", UNHOLDABLE.sub("\N{REPLACEMENT CHARACTER}", html))
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml.html.document_fromstring(with_body(text).encode(), parser=parser)
    except etree.ParserError:  # nothing in it
        return lxml.html.document_fromstring(b"<html><body></body></html>"), True
    return root, all(error.level != etree.ErrorLevels.FATAL for error in parser.error_log)


def with_body(text: str) -> str:
    """Return ``text`` with the body's tag if its author left it out: libxml2 would take ``main`` for the head's."""
    if BODY.search(text):
        return text
    at = 0
    while found := BEFORE_BODY.match(text, at):
        at = found.end()
    return f"{text[:at]}<body>{text[at:]}"


class Document:
    """One page or one piece of rich text."""

    def __init__(self, html: str, source: str = "") -> None:
        self.source = source or html
        self.root, self.is_whole = parse(html)
        self.elements: list[Element] = []
        self.by_id: dict[str, Element] = {}
        self.tagged: defaultdict[str, list[Element]] = defaultdict(list)
        self.having: defaultdict[str, list[Element]] = defaultdict(list)
        self._hidden: set[Element] = set()
        self._unseen: set[Element] = set()
        for element in self.root.iter(etree.Element):
            self._take(element)

    def _take(self, element: Element) -> None:
        self.elements.append(element)
        self.tagged[element.tag].append(element)
        for name, value in element.attrib.items():
            self.having[str(name)].append(element)
            if name == "id":
                self.by_id.setdefault(str(value), element)
        parent = element.getparent()
        style = element.get("style") or ""
        if parent in self._unseen or element.tag in UNSEEN or "hidden" in element.attrib or HIDING.search(style):
            self._unseen.add(element)
        if parent in self._hidden or element in self._unseen or element.get("aria-hidden") == "true":
            self._hidden.add(element)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with one of ``tags``, tag by tag."""
        return [element for tag in tags for element in self.tagged.get(tag, [])]

    def hidden(self, element: Element) -> bool:
        """Return whether assistive technology is told to pass over it."""
        return element in self._hidden

    def unseen(self, element: Element) -> bool:
        """Return whether nobody sees it, as markup tells."""
        return element in self._unseen

    def role(self, element: Element) -> str:
        """Return the first role that ARIA knows, else the one that HTML gives; "" for none."""
        for role in (element.get("role") or "").lower().split():
            if role in ROLES:
                return role
        return implicit_role(element)

    def focusable(self, element: Element) -> bool:
        """Return whether the Tab key reaches it."""
        tabindex = (element.get("tabindex") or "").strip()
        if re.fullmatch(r"-?\d+", tabindex):
            return int(tabindex) >= 0 and "disabled" not in element.attrib
        return self.native(element)

    def native(self, element: Element) -> bool:
        """Return whether HTML itself makes it a control."""
        if "disabled" in element.attrib or (element.get("type") or "").lower() == "hidden":
            return False
        if element.tag in {"a", "area"}:
            return "href" in element.attrib
        if element.tag in {"audio", "video"}:
            return "controls" in element.attrib
        editable = element.get("contenteditable") in {"", "true"}
        return editable or element.tag in {"button", "input", "select", "textarea", "summary", "iframe"}

    @cached_property
    def fields(self) -> list[Element]:
        """Return the form fields that people fill in."""
        return [
            field
            for field in self.all(*FIELDS)
            if (field.get("type") or "").lower() not in NO_FIELD and not self.hidden(field)
        ]

    @cached_property
    def labels(self) -> dict[Element, list[Element]]:
        """Return the labels of each field: those that hold it and those that point to it."""
        found: defaultdict[Element, list[Element]] = defaultdict(list)
        for label in self.tagged.get("label", []):
            target = self.by_id.get(label.get("for") or "") if "for" in label.attrib else None
            if target is None and "for" not in label.attrib:
                target = next((inner for inner in label.iter(*FIELDS)), None)
            if target is not None:
                found[target].append(label)
        return found

    def text(self, element: Element, *, skip_hidden: bool = True) -> str:
        """Return what a reader gets from an element: its words and those of the images in it."""
        return SPACE.sub(" ", "".join(self._pieces(element, skip_hidden=skip_hidden))).strip()

    def _pieces(self, top: Element, *, skip_hidden: bool) -> Iterator[str]:
        stack: list[Element | str] = [top]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                yield part
                continue
            if part is not top and ((skip_hidden and part in self._hidden) or part.tag in UNSEEN):
                continue
            own = "" if part is top else (part.get("aria-label") or "").strip()
            if own or part.tag in {"img", "embed"} or (part.tag == "input" and part.get("type") == "image"):
                yield f" {own} " if own else f" {part.get('alt') or part.get('title') or ''} "
                continue
            if part.tag == "br":
                yield " "
            stack.extend(reversed(_content(part)))

    def name(self, element: Element) -> str:
        """Return what assistive technology calls an element; "" when nothing names it."""
        sources = (self._referenced, _label_attribute, self._native_name, self._from_content, _title)
        for source in sources:
            if found := source(element):
                return found
        return ""

    def _referenced(self, element: Element) -> str:
        targets = [self.by_id.get(key) for key in (element.get("aria-labelledby") or "").split()]
        return " ".join(
            _label_attribute(target) or self.text(target, skip_hidden=target not in self._hidden) or _alt(target)
            for target in targets
            if target is not None
        ).strip()

    def _native_name(self, element: Element) -> str:
        tag, kind = element.tag, (element.get("type") or "").lower()
        if tag in {"img", "area", "embed"} or (tag == "input" and kind == "image"):
            return _alt(element)
        if tag == "input" and kind in {"button", "submit", "reset"}:
            default = "" if kind == "button" else kind
            return (element.get("value") or "").strip() if "value" in element.attrib else default
        if element in self.labels:
            return " ".join(self.text(label) for label in self.labels[element]).strip()
        return self._first_child(element)

    def _first_child(self, element: Element) -> str:
        wanted = {"fieldset": "legend", "table": "caption", "figure": "figcaption", "svg": "title"}.get(element.tag)
        child = next(iter(element.iter(wanted)), None) if wanted else None
        if child is None:
            return ""
        return SPACE.sub(" ", "".join(map(str, child.itertext()))).strip() if wanted == "title" else self.text(child)

    def _from_content(self, element: Element) -> str:
        return self.text(element) if self.role(element) in NAME_FROM_CONTENT or element.tag in {"a", "object"} else ""

    def inside(self, element: Element, *tags: str) -> Element | None:
        """Return the nearest element around this one with one of ``tags``."""
        return next(element.iterancestors(*tags), None)

    def selector(self, element: Element) -> str:
        """Return a CSS selector for this element alone."""
        steps: list[str] = []
        step: Element | None = element
        while step is not None:
            key = step.get("id")
            if key and re.fullmatch(r"[A-Za-z][\w-]*", key) and self.by_id.get(key) is step:
                return " > ".join([f"#{key}", *reversed(steps)])
            steps.append(_step(step))
            step = step.getparent()
        return " > ".join(reversed(steps))

    @staticmethod
    def snippet(element: Element) -> str:
        """Return the element's opening tag and the start of what is in it, at most 300 characters."""
        start = f"<{element.tag}" + "".join(f' {name}="{element.get(name)}"' for name in map(str, element.attrib)) + ">"
        return (start + SPACE.sub(" ", element.text or ""))[:300]


def _content(element: Element) -> list[Element | str]:
    parts: list[Element | str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(child)
        parts.append(child.tail or "")
    return parts


def _label_attribute(element: Element) -> str:
    return (element.get("aria-label") or "").strip()


def _title(element: Element) -> str:
    return (element.get("title") or element.get("placeholder") or "").strip()


def _alt(element: Element) -> str:
    return (element.get("alt") or "").strip()


def _step(element: Element) -> str:
    parent = element.getparent()
    twins = [child for child in parent if child.tag == element.tag] if parent is not None else [element]
    return str(element.tag) if len(twins) == 1 else f"{element.tag}:nth-of-type({twins.index(element) + 1})"
