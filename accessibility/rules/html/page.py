"""The page as a whole: WCAG 1.3.4, 1.4.4, 2.2.1, 2.4.2. The ids in brackets are those of the W3C's ACT rules."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.html.landmarks import WholePage
from accessibility.rules.registry import register_rule

VAGUE_TITLES = frozenset(
    ("untitled", "untitled document", "title", "home", "home page", "page", "document", "index", "welcome", "new page")
)
STEM = re.compile(r"[^\W\d_]{4,}")
#: A refresh after more than 20 hours is none (WCAG 2.2.1).
LONGEST_REFRESH = 72_000


@register_rule
class Refresh(HtmlRule):
    """A page does not change by itself (bc659a, bisz58)."""

    id = "html-refresh"
    criteria = ("2.2.1", "2.2.4", "3.2.5")
    tags = ("meta",)
    hidden_too = True
    message = _("This page loads another one, or itself, after a while.")
    why = _("People who read slowly lose their place, or what they have written.")
    how = _("Redirect at once on the server, or let people reload the page themselves.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if (element.get("http-equiv") or "").lower() != "refresh":
            return False
        delay = re.match(r"\s*(\d+)\s*(?:[;,\s]|$)", element.get("content") or "")
        return delay is not None and 0 < int(delay[1]) <= LONGEST_REFRESH


@register_rule
class Zoom(HtmlRule):
    """A page can be enlarged (b4f0c3)."""

    id = "html-viewport"
    criteria = ("1.4.4", "1.4.10")
    tags = ("meta",)
    hidden_too = True
    message = _("This page does not let people enlarge it.")
    why = _("People with low vision cannot read it.")
    how = _("Remove user-scalable and maximum-scale.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        if (element.get("name") or "").lower() != "viewport":
            return False
        content = (element.get("content") or "").lower().replace(" ", "")
        largest = re.search(r"maximum-scale=([\d.]+)", content)
        fixed = re.search(r"user-scalable=(no|0)(?![.\d])", content)
        return fixed is not None or (largest is not None and float(largest[1].strip(".") or 2) < 2)


@register_rule
class Title(WholePage):
    """A page says in its title what it is about (c4a8a4)."""

    id = "html-title"
    criteria = ("2.4.2",)
    message = _("Check that the title says what this page is about.")
    why = _("The title is the first thing that a screen reader says.")
    how = _("Name the subject first, then the site.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        title = _title(page)
        if not title:
            return False
        words = {word[:4].lower() for word in STEM.findall(title)}
        said = {word[:4].lower() for word in STEM.findall(page.text(element))}
        file_name = re.search(r"\.\w{3,4}$", title)
        return title.lower() in VAGUE_TITLES or file_name is not None or (bool(words and said) and not words & said)


@register_rule
class TwoTitles(WholePage):
    """A page has one title."""

    id = "html-title-once"
    criteria = ("2.4.2",)
    message = _("This page has more than one title.")
    why = _("Only the first is read out.")
    how = _("Keep one.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return len([title for title in page.all("title") if page.inside(title, "svg") is None]) > 1


def _title(page: Document) -> str:
    return next((" ".join((title.text or "").split()) for title in page.all("title")), "")


@register_rule
class Unorganised(WholePage):
    """A long text has headings."""

    id = "html-headings-few"
    criteria = ("2.4.6", "1.3.1")
    message = _("This is a long text with few headings.")
    why = _("People cannot find what they came for.")
    how = _("Put a heading over each part of it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        long = sum(len(page.text(paragraph).split()) for paragraph in page.all("p", "li")) > 400
        return long and len(page.all("h2", "h3", "h4", "h5", "h6")) < 2


@register_rule
class LongBlock(HtmlRule):
    """A paragraph is short enough to read."""

    id = "html-paragraph-long"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("p", "div")
    message = _("This is one block of more than 150 words.")
    why = _("People lose their place in it.")
    how = _("Split it into paragraphs or a list.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        own = " ".join([element.text or "", *((child.tail or "") for child in element)])
        return len(own.split()) > 150


@register_rule
class Ascii(HtmlRule):
    """A picture is no heap of letters."""

    id = "html-ascii-art"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("pre",)
    message = _("This may be a picture made of letters and marks.")
    why = _("A screen reader reads each mark.")
    how = _("Use an image with a text.")

    def _candidates(self, page: Document) -> Iterator[Element]:
        yield from page.all("pre")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        text = "".join(map(str, element.itertext()))
        marks = len(re.findall(r"[^\w\s]", text))
        return marks > 20 and marks > len(re.findall(r"\w", text))
