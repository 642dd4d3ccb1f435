"""Ways round a page: WCAG 1.3.1, 2.4.1, 2.4.6. The ids in brackets are those of the W3C's ACT rules."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

EMPTY_HEADINGS = frozenset(
    ("heading", "title", "untitled", "section", "content", "text", "more", "page", "headline", "new section")
)
WORD = re.compile(r"[^\W\d_]{4,}")


class WholePage(HtmlRule):
    """A rule that has one answer for the page; it is given at the ``body``."""

    level = "warn"

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        body = next(iter(page.all("body")), page.root)
        if self._is_wrong(body, page):
            yield body


def repeats(page: Document) -> list[Element]:
    """Return the parts that every page of a site has: navigation, asides, headers with links."""
    parts = [element for element in page.all("nav", "aside", "header") if not page.unseen(element)]
    return parts or [element for element in page.having.get("role", []) if page.role(element) == "navigation"]


def mains(page: Document) -> list[Element]:
    """Return the main parts of a page."""
    return [element for element in page.elements if page.role(element) == "main" and not page.hidden(element)]


@register_rule
class MainLandmark(WholePage):
    """The main part is marked (b40fd1)."""

    id = "html-main"
    criteria = ("1.3.1", "2.4.1")
    message = _("No part of this page is marked as its main part.")
    why = _("Screen readers jump to the main part with one key.")
    how = _("Put the main part in a main element.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not mains(page)


@register_rule
class OneMain(WholePage):
    """There is one main part."""

    id = "html-main-once"
    criteria = ("1.3.1",)
    message = _("More than one part of this page is marked as its main part.")
    why = _("The key that jumps to the main part jumps to the wrong one.")
    how = _("Keep one main element.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return len(mains(page)) > 1


@register_rule
class BypassBlocks(WholePage):
    """There is a way past what every page has (cf77f2, ye5d6e, 3e12e1)."""

    id = "html-bypass"
    criteria = ("2.4.1",)
    message = _("Nothing leads past what every page has to the main part.")
    why = _("People who use the keyboard go through the whole menu on every page.")
    how = _("Start the page with a link to its main part.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        first = next((link for link in page.all("a") if "href" in link.attrib), None)
        href = (first.get("href") or "") if first is not None else ""
        target = page.by_id.get(href[1:]) if href.startswith("#") and href[1:] else None
        main = next(iter(mains(page)), None)
        good = target is not None and (main is None or target is main or main in target.iterancestors())
        skips = good and target is not None and page.inside(target, "aside", "nav", "header") is None
        return not skips and (bool(repeats(page)) or len(page.all("a")) > 1)


@register_rule
class MainHeading(WholePage):
    """The page has a heading of level 1."""

    id = "html-h1"
    criteria = ("1.3.1", "2.4.6")
    message = _("This page has no heading of level 1.")
    why = _("The first heading tells people who hear the page where they are.")
    how = _("Make the title of the page its heading of level 1.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        made = any(
            part.get("aria-level") == "1" for part in page.having.get("role", []) if page.role(part) == "heading"
        )
        return not made and not any(page.name(heading) for heading in page.all("h1") if not page.hidden(heading))


@register_rule
class ManyMainHeadings(WholePage):
    """The page has one heading of level 1."""

    id = "html-h1-once"
    criteria = ("1.3.1",)
    message = _("This page has several headings of level 1.")
    why = _("Nobody can tell which of them is the title.")
    how = _("Keep one, and make the others level 2.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return len([heading for heading in page.all("h1") if not page.hidden(heading)]) > 1


@register_rule
class HeadingOfMain(WholePage):
    """The main part starts with a heading (047fe0)."""

    id = "html-main-heading"
    criteria = ("2.4.1", "1.3.1")
    message = _("No heading stands where the main part starts.")
    why = _("People who jump from heading to heading never get there.")
    how = _("Start the main part with a heading.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        outside = {part for repeated in repeats(page) for part in repeated.iter()}
        headings = [
            part
            for part in page.elements
            if page.role(part) == "heading" and not page.hidden(part) and part not in outside
        ]
        return bool(repeats(page)) and not headings


@register_rule
class VagueHeading(HtmlRule):
    """A heading says what follows (b49b2e)."""

    id = "html-heading-vague"
    criteria = ("2.4.6",)
    level = "warn"
    tags = ("h1", "h2", "h3", "h4", "h5", "h6")
    roles = ("heading",)
    message = _("Check that this heading says what stands below it.")
    why = _("People choose by headings what they read.")
    how = _("Name what stands below, in the words that are used there.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        name = page.name(element).lower()
        if name.strip(" .:0123456789") in EMPTY_HEADINGS:
            return True
        following = element.getnext()
        if following is None or following.tag != "p" or len(name.split()) > 1:
            return False
        return not _stems(name) & _stems(page.text(following).lower())


def _stems(text: str) -> set[str]:
    return {word[:4] for word in WORD.findall(text)}


@register_rule
class SameLandmarks(HtmlRule):
    """Navigations of one page are told apart by their names."""

    id = "html-landmark-names"
    criteria = ("1.3.1",)
    level = "warn"
    tags = ("nav",)
    roles = ("navigation",)
    message = _("This page has several navigations, and this one has no name.")
    why = _("In the list of landmarks nobody can tell them apart.")
    how = _("Give each an aria-label.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        navigations = {part for part in page.elements if page.role(part) == "navigation" and not page.hidden(part)}
        named = element.get("aria-label") or element.get("aria-labelledby")
        return len(navigations) > 1 and not named
