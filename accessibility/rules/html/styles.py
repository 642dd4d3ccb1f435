"""Styles in the page itself: WCAG 1.3.4, 1.4.1, 1.4.8, 1.4.12, 2.4.7. The ids in brackets are those of ACT rules."""

import re
from collections.abc import Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

#: WCAG 1.4.12: line height 1.5, letters 0.12 and words 0.16 times the size of the letters.
LEAST = {"line-height": 1.5, "letter-spacing": 0.12, "word-spacing": 0.16}
SMALLEST_PX = 11.0
#: Letters of unknown size may be as big as those of a heading.
UNKNOWN_PX = 24.0
PX = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
SIZE = re.compile(r"font-size\s*:\s*([\d.]+)(px|pt|em|rem|%)", re.IGNORECASE)
LONG_TEXT = 120


class InlineStyle(HtmlRule):
    """A rule over style attributes."""

    attributes = ("style",)


class SpacingRule(InlineStyle):
    """People can space text out: nothing narrow is made "!important"."""

    criteria = ("1.4.12",)
    why = _("People with dyslexia or low vision space text out to be able to read it.")
    how = _("Remove “!important”, or use wide spacing.")
    property: ClassVar[str]

    def _is_wrong(self, element: Element, page: Document) -> bool:
        style = element.get("style") or ""
        found = re.search(rf"{self.property}\s*:\s*([\w.%-]+)\s*!\s*important", style, re.IGNORECASE)
        if found is None or not page.text(element):
            return False
        amount = re.fullmatch(r"(-?[\d.]+)(em|px|%|rem|)", found[1].lower())
        if amount is None:
            return found[1].lower() in {"normal", "initial"}
        size = SIZE.search(style)
        letters = float(size[1]) * PX[size[2].lower()] if size else UNKNOWN_PX
        return float(amount[1]) / {"px": letters, "%": 100.0}.get(amount[2], 1.0) < LEAST[self.property]


@register_rule
class LineHeight(SpacingRule):
    """Lines can be spaced out (78fd32)."""

    id = "html-line-height"
    property = "line-height"
    message = _("These lines stand close, and people cannot space them out.")


@register_rule
class LetterSpacing(SpacingRule):
    """Letters can be spaced out (24afc2)."""

    id = "html-letter-spacing"
    property = "letter-spacing"
    message = _("These letters stand close, and people cannot space them out.")


@register_rule
class WordSpacing(SpacingRule):
    """Words can be spaced out (9e45ec)."""

    id = "html-word-spacing"
    property = "word-spacing"
    message = _("These words stand close, and people cannot space them out.")


@register_rule
class SmallText(InlineStyle):
    """Text is big enough to read."""

    id = "html-small-text"
    criteria = ("1.4.4",)
    level = "warn"
    message = _("This text is very small.")
    why = _("Many people cannot read it without enlarging the page.")
    how = _("Use at least 16 pixels for text.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        size = SIZE.search(element.get("style") or "")
        small = size is not None and 0 < float(size[1]) * PX[size[2].lower()] < SMALLEST_PX
        return small and bool(page.text(element))


@register_rule
class Justified(InlineStyle):
    """Text is not justified."""

    id = "html-justified"
    criteria = ("1.4.8",)
    level = "warn"
    message = _("This text is justified.")
    why = _("The uneven gaps make it hard to follow a line.")
    how = _("Align text at the start of the line.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(re.search(r"text-align\s*:\s*justify", element.get("style") or "", re.IGNORECASE))


@register_rule
class LongItalics(HtmlRule):
    """Long text is upright."""

    id = "html-italics"
    criteria = ("1.4.8",)
    level = "warn"
    tags = ("i", "em", "cite", "address")
    message = _("This is a long text in italics.")
    why = _("Slanted letters are hard to read, above all with dyslexia.")
    how = _("Use italics for single words only.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return len(page.text(element)) > LONG_TEXT


@register_rule
class ClippedText(InlineStyle):
    """Text that grows is not cut off (59br37)."""

    id = "html-clipped-text"
    criteria = ("1.4.4", "1.4.12")
    level = "warn"
    message = _("This text stands in a box that does not grow with it.")
    why = _("People who enlarge the text see only a part of it.")
    how = _("Let the box grow: use min-height instead of height.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        style = (element.get("style") or "").lower()
        cut = re.search(r"overflow(-[xy])?\s*:\s*(hidden|clip)", style)
        sized = re.search(r"(?:^|[;\s])(height|max-height)\s*:\s*[\d.]+(px|em|rem|vh|vw)", style)
        return bool(cut and sized and page.text(element))


class SheetRule(HtmlRule):
    """A rule over the style sheets that stand in the page."""

    level = "warn"
    pattern: ClassVar[re.Pattern[str]]

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        yield from (style for style in page.all("style") if self.pattern.search(style.text or ""))


@register_rule
class FocusStyle(SheetRule):
    """The focus can be seen (oj04fd)."""

    id = "html-focus-outline"
    criteria = ("2.4.7",)
    pattern = re.compile(
        r":focus[^{]*\{[^}]*outline(?:-width|-style)?\s*:\s*(?:none|0)(?![^}]*(?:border|shadow|background))"
    )
    message = _("A style sheet hides where the focus is.")
    why = _("People who use no mouse cannot see where they are.")
    how = _("Keep the outline, or draw a better one.")


@register_rule
class Orientation(SheetRule):
    """A page can be read upright and lying (b33eff)."""

    id = "html-orientation"
    criteria = ("1.3.4",)
    pattern = re.compile(
        r"orientation\s*:[^{]*\{.*?rotate(?:Z|3d)?\(\s*[^)]*?(?:-?90deg|-?270deg|-?0?\.25turn|1\.5708rad)", re.DOTALL
    )
    message = _("A style sheet turns the page when the device is turned.")
    why = _("People whose device is mounted cannot turn it back.")
    how = _("Let the page fit both.")


@register_rule
class ContentInStyle(SheetRule):
    """Words stand in the page, not in the style sheet."""

    id = "html-css-content"
    criteria = ("1.3.1",)
    pattern = re.compile(r"content\s*:\s*['\"][^'\"]*[A-Za-z]{2,}")
    message = _("A style sheet adds words to the page.")
    why = _("Not every screen reader says them, and nobody can search or translate them.")
    how = _("Write the words in the page.")


@register_rule
class Endless(SheetRule):
    """What moves can be stopped."""

    id = "html-animation"
    criteria = ("2.2.2",)
    pattern = re.compile(r"animation[^;}]*infinite")
    message = _("A style sheet moves something without end.")
    why = _("What moves draws the eye away from the words.")
    how = _("Stop it after five seconds, and for people who ask for less movement.")


@register_rule
class LinkColour(SheetRule):
    """Links are told from text by more than colour."""

    id = "html-link-underline"
    criteria = ("1.4.1",)
    pattern = re.compile(r"(?:^|[\s,}])a(?::link)?\s*\{[^}]*text-decoration\s*:\s*none")
    message = _("A style sheet takes the line from under the links.")
    why = _("People who do not see the colour do not see the link.")
    how = _("Keep the line under links that stand in text.")
