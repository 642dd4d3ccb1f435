"""Links on a whole page: WCAG 2.4.4, 2.4.9, 3.2.5. The ids in brackets are those of the W3C's ACT rules."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.links import is_vague
from accessibility.rules.registry import register_rule

FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|rtf)$", re.IGNORECASE)
FILE_WORDS = re.compile(
    r"\b(pdf|word|excel|powerpoint|spreadsheet|opendocument|csv|zip|rtf|docx?|xlsx?|pptx?|od[tsp])\b", re.IGNORECASE
)
FILE_SIZE = re.compile(r"\d\s*(b|kb|mb|gb|kib|mib|bytes)\b", re.IGNORECASE)
NEW_WINDOW = re.compile(r"new (window|tab)|external", re.IGNORECASE)
#: What stands round a link and tells what it is about (WCAG 2.4.4, "programmatically determined link context").
CONTEXT = ("p", "li", "td", "th", "dd", "dt", "section", "article", "main", "body")
HIDDEN_PIECE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def links(page: Document) -> list[Element]:
    """Return what leads somewhere: links, areas and what acts as a link."""
    made = [element for element in page.having.get("role", []) if page.role(element) == "link"]
    native = [element for element in page.all("a", "area") if "href" in element.attrib]
    return [element for element in dict.fromkeys([*native, *made]) if not page.hidden(element)]


def target(element: Element) -> str:
    """Return what a link leads to, as it is written, without a slash at the end."""
    address = element.get("href") or element.get("onclick") or ""
    return re.sub(r"/?(index\.html?)?$", "", address.strip())


def twins(page: Document) -> Iterator[tuple[Element, bool]]:
    """Yield links whose words another has that leads elsewhere, and whether one stands in the same context."""
    named: defaultdict[str, list[Element]] = defaultdict(list)
    for link in links(page):
        named[page.name(link).lower()].append(link)
    for name, same in named.items():
        if not name or len({target(link) for link in same}) < 2:
            continue
        contexts = Counter(page.inside(link, *CONTEXT) for link in same)
        for link in same:
            yield link, contexts[page.inside(link, *CONTEXT)] > 1


@register_rule
class SameWordsOtherTarget(HtmlRule):
    """Links of the same words in the same context lead to the same place (fd3a94)."""

    id = "html-link-same-words"
    criteria = ("2.4.4", "2.4.9")
    level = "warn"
    message = _("Another link of the same words leads to another place.")
    why = _("In a list of links nobody can tell them apart.")
    how = _("Say in each link what is different there.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        yield from (link for link, together in twins(page) if together)


@register_rule
class SameWordsApart(HtmlRule):
    """Links of the same words lead to the same place wherever they stand (b20e66)."""

    id = "html-link-same-words-apart"
    criteria = ("2.4.9", "2.4.4")
    level = "warn"
    message = _("A link of the same words elsewhere on this page leads to another place.")
    why = _("In a list of links nobody can tell them apart.")
    how = _("Say in each link what is different there.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        yield from (link for link, together in twins(page) if not together)


@register_rule
class NeighboursOfOneTarget(HtmlRule):
    """Two links side by side do not lead to the same place."""

    id = "html-link-adjacent"
    criteria = ("2.4.4",)
    level = "warn"
    tags = ("a",)
    message = _("This link and the one before it lead to the same place.")
    why = _("People who go from link to link meet it twice.")
    how = _("Make one link of the two.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        before = element.getprevious()
        if before is None or before.tag != "a" or (before.tail or "").strip() or not element.get("href"):
            return False
        return target(before) == target(element)


@register_rule
class OnlySpaceBetween(HtmlRule):
    """More than space stands between links."""

    id = "html-link-separation"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("a",)
    message = _("Only space parts this link from the one before it.")
    why = _("Links that run into each other are heard and seen as one.")
    how = _("Make a list of them.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        before = element.getprevious()
        inline = before is not None and before.tag == "a" and not (before.tail or "").strip()
        return inline and bool(page.name(element)) and page.text(element) != "" and page.inside(element, "nav") is None


@register_rule
class TitleRepeats(HtmlRule):
    """A link's title adds something."""

    id = "html-link-title"
    criteria = ("2.4.4",)
    level = "warn"
    tags = ("a",)
    message = _("The title of this link says the same as its words.")
    why = _("Some screen readers say both.")
    how = _("Remove the title.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(title := (element.get("title") or "").strip().lower()) and title == page.text(element).lower()


@register_rule
class FileWithoutType(HtmlRule):
    """A link to a file says what kind and how big it is."""

    id = "html-link-file"
    criteria = ("2.4.4",)
    level = "warn"
    tags = ("a",)
    message = _("This link leads to a file and says neither its kind nor its size.")
    why = _("People with little data, or without the program, want to know before they open it.")
    how = _("Write it in the link, for example “(PDF, 200 KB)”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if not FILE.search(urlsplit(element.get("href") or "").path):
            return False
        words = f"{page.name(element)} {element.tail or ''}"
        return not (FILE_WORDS.search(words) and FILE_SIZE.search(words))


@register_rule
class NewWindow(HtmlRule):
    """A link that opens a new window says so."""

    id = "html-link-new-window"
    criteria = ("3.2.5",)
    level = "warn"
    tags = ("a", "area", "form")
    message = _("This opens a new window and does not say so.")
    why = _("The Back button does not lead back, and people are lost.")
    how = _("Let it open in the same window, or write “(opens in a new tab)”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        opens = (element.get("target") or "").lower() in {"_blank", "_new"}
        return opens and not NEW_WINDOW.search(page.name(element) or page.text(element))


@register_rule
class VagueLinkAlone(HtmlRule):
    """What acts as a link says where it goes (5effbb, aizyf1)."""

    id = "html-link-vague"
    criteria = ("2.4.9", "2.4.4")
    level = "warn"
    roles = ("link",)
    message = _("This link does not say where it goes.")
    why = _("Many people jump from link to link.")
    how = _("Name what the reader finds there.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.tag != "a" and is_vague(page.name(element))


@register_rule
class DeadAnchor(HtmlRule):
    """A link within the page leads to something on the page."""

    id = "html-link-anchor"
    criteria = ("2.4.1", "2.1.1")
    tags = ("a",)
    message = _("This link leads to a part of the page that does not exist.")
    why = _("Nothing happens when people follow it.")
    how = _("Give the part that id, or mend the link.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        href = element.get("href") or ""
        key = href[1:]
        if not href.startswith("#") or not key or key == "top" or "onclick" in element.attrib:
            return False
        return key not in page.by_id and not any(named.get("name") == key for named in page.having.get("name", []))


@register_rule
class HiddenPiece(HtmlRule):
    """What a link says to some it says to all."""

    id = "html-hidden-words"
    criteria = ("1.3.1", "2.4.4")
    level = "warn"
    attributes = ("style",)
    hidden_too = True
    message = _("These words are hidden with display:none, and so from screen readers too.")
    why = _("Words that were meant for screen readers are never heard.")
    how = _("Hide them with the class for visually hidden words.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        holder = page.inside(element, "a", "button", "label", "legend", "th", "h1", "h2", "h3", "h4")
        words = "".join(map(str, element.itertext())).strip()
        return holder is not None and bool(words) and bool(HIDDEN_PIECE.search(element.get("style") or ""))
