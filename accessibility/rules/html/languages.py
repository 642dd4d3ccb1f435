"""Language and direction: WCAG 3.1.1, 3.1.2, 1.3.2. The ids in brackets are those of the W3C's ACT rules."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.documents.tongues import differs
from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.html.landmarks import WholePage
from accessibility.rules.registry import register_rule

RIGHT_TO_LEFT = {"ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"}
RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def primary(tag: str) -> str:
    """Return the first part of a language tag."""
    return tag.strip().lower().split("-")[0]


def own_text(element: Element, page: Document) -> str:
    """Return the words of an element that no part of it gives to another language."""
    other = [
        page.text(part) for part in element.iterdescendants() if isinstance(part.tag, str) and "lang" in part.attrib
    ]
    text = page.text(element)
    for words in other:
        text = text.replace(words, " ")
    return text


@register_rule
class XmlLanguage(HtmlRule):
    """lang and xml:lang agree (5b7ae0)."""

    id = "html-xml-lang"
    criteria = ("3.1.1",)
    tags = ("html",)
    message = _("lang and xml:lang name two languages.")
    why = _("Screen readers choose the voice by one of them.")
    how = _("Remove xml:lang.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        other = element.get("xml:lang")
        return bool(other and element.get("lang")) and primary(other or "") != primary(element.get("lang") or "")


@register_rule
class PageLanguage(WholePage):
    """The page is in the language that it names (ucwvc8, off6ek)."""

    id = "html-language-page"
    criteria = ("3.1.1",)
    message = _("Most words of this page are in another language than it names.")
    why = _("Screen readers choose the voice by the language. A wrong one is not understood.")
    how = _("Name the language of the page in lang.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        language = primary(page.root.get("lang") or "")
        return bool(language) and differs(own_text(element, page), [language])


@register_rule
class PartLanguage(HtmlRule):
    """A part is in the language that it names (de46e4, off6ek)."""

    id = "html-language-part"
    criteria = ("3.1.2",)
    level = "warn"
    attributes = ("lang",)
    message = _("The words here are in another language than is named.")
    why = _("Screen readers choose the voice by the language. A wrong one is not understood.")
    how = _("Name the language of the words.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        language = primary(element.get("lang") or "")
        return element.tag != "html" and bool(language) and differs(own_text(element, page), [language])


@register_rule
class UnmarkedPart(HtmlRule):
    """A part in another language says so."""

    id = "html-language-unmarked"
    criteria = ("3.1.2",)
    level = "warn"
    tags = ("p", "li", "blockquote", "td", "dd", "h1", "h2", "h3", "q")
    message = _("These words are in another language than the page, and no lang says so.")
    why = _("The screen reader reads them with the wrong voice.")
    how = _("Name their language in lang.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        marked = [element, *element.iterancestors()]
        language = next((primary(part.get("lang") or "") for part in marked if part.get("lang")), "")
        return bool(language) and differs(own_text(element, page), [language])


@register_rule
class Direction(HtmlRule):
    """Words run in the direction of their language; parts in another language have a direction of their own."""

    id = "html-direction"
    criteria = ("1.3.2",)
    attributes = ("dir",)
    message = _("The words here run in the other direction than their language.")
    why = _("Marks and numbers stand in the wrong place, and lines start on the wrong side.")
    how = _("Remove dir, or name the language that the words are in.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        words, direction = own_text(element, page).strip(), (element.get("dir") or "").lower()
        if not words or direction not in {"rtl", "ltr"}:
            return False
        return (len(RTL_LETTER.findall(words)) * 2 > len(re.findall(r"[^\W\d_]", words))) is (direction == "ltr")


@register_rule
class DirectionMissing(HtmlRule):
    """Words that run from right to left say so."""

    id = "html-direction-missing"
    criteria = ("1.3.2",)
    attributes = ("lang",)
    message = _("This language runs from right to left, and no dir says so.")
    why = _("Marks and numbers stand in the wrong place.")
    how = _("Add dir=“rtl”.")

    def _candidates(self, page: Document) -> Iterator[Element]:
        yield from page.having.get("lang", [])

    def _is_wrong(self, element: Element, page: Document) -> bool:
        around = [element, *element.iterancestors()]
        return primary(element.get("lang") or "") in RIGHT_TO_LEFT and not any(part.get("dir") for part in around)
