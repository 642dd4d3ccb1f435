"""Images: WCAG 1.1.1, 1.4.5 and 2.2.2. The ids in brackets are those of the W3C's ACT rules."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*url\(", re.IGNORECASE)
PICTURE_FILE = re.compile(r"\.(jpe?g|png|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
ICON_CLASS = re.compile(r"(?:^|[\s_-])(?:icon|ico|glyphicon|fa|sprite)(?:[\s_-]|$)", re.IGNORECASE)
#: Parts of file names that say nothing of what a picture shows.
_EMPTY_PARTS = (
    "image images img photo picture pic dsc icon large small thumb thumbnail original copy final dark light blocks "
    "banner header footer test example sample new"
)
EMPTY_PARTS = frozenset(_EMPTY_PARTS.split())
CONTENT_WIDTH = 100


def file_of(element: Element) -> str:
    """Return the name of the file that an element shows, without folders and questions."""
    source = element.get("src") or element.get("data") or ""
    return "" if source.startswith("data:") else PurePosixPath(unquote(urlsplit(source).path)).name


def words_in(text: str) -> set[str]:
    """Return the first five letters of each word of three letters or more: enough to see that two are of one stem."""
    return {word[:5] for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in EMPTY_PARTS}


@register_rule
class AltAndTitleDiffer(HtmlRule):
    """An image has one text, not two."""

    id = "html-image-title-differs"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("img",)
    message = _("This image has an alt and another text in its title.")
    why = _("Some people hear the one, others the other, and nobody knows which is right.")
    how = _("Keep the alt and remove the title.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        alt, title = (element.get("alt") or "").strip(), (element.get("title") or "").strip()
        return bool(alt and title) and alt.lower() != title.lower()


@register_rule
class DecorativeWithTitle(HtmlRule):
    """Decoration has no title."""

    id = "html-image-decorative-title"
    criteria = ("1.1.1",)
    tags = ("img",)
    hidden_too = True
    message = _("This image has an empty alt, as decoration has, and a title, as decoration has not.")
    why = _("Screen readers disagree on whether to read it.")
    how = _("If it says something, write that in the alt. If not, remove the title.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.get("alt") is not None and not element.get("alt") and bool((element.get("title") or "").strip())


@register_rule
class DecorativeWithAlt(HtmlRule):
    """What is marked as decoration has no text (46ca7f)."""

    id = "html-image-presentation-alt"
    criteria = ("1.1.1",)
    tags = ("img",)
    hidden_too = True
    message = _("This image is marked as decoration and has a text all the same.")
    why = _("The text is never read out, or is read where nothing should be.")
    how = _("If it says something, remove the role. If not, empty the alt.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        marked = element.get("role") in {"none", "presentation"} or element.get("alt") == ""
        named = (element.get("alt") or "").strip() or element.get("aria-label") or element.get("aria-labelledby")
        return marked and bool(named)


@register_rule
class AltRepeatsText(HtmlRule):
    """An image does not repeat the words beside it in the same link or figure."""

    id = "html-image-repeats-text"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("img",)
    message = _("The text of this image repeats the words beside it.")
    why = _("A screen reader says the same thing twice.")
    how = _("Empty the alt: the words beside the image say it already.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        holder, alt = page.inside(element, "a", "button", "figure"), (element.get("alt") or "").strip().lower()
        if holder is None or not alt:
            return False
        words = " ".join("".join(map(str, holder.itertext())).lower().split())
        return alt in words


@register_rule
class AltAndFileDiffer(HtmlRule):
    """An image's text speaks of the same thing as its file (qt1vmo)."""

    id = "html-image-text-unrelated"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("img",)
    message = _("The file of this image is named for something else than its text says.")
    why = _("A wrong text is worse than none: people who cannot see the image believe it.")
    how = _("Look at the image and check that the text says what it shows.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        said, named = words_in(element.get("alt") or ""), words_in(PurePosixPath(file_of(element)).stem)
        return bool(said and named) and not any(a.startswith(b) or b.startswith(a) for a in said for b in named)


@register_rule
class MeaningfulDecoration(HtmlRule):
    """What is marked as decoration says nothing (e88epe)."""

    id = "html-image-decorative-file"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("img",)
    hidden_too = True
    message = _("This image is marked as decoration, but stands by itself or is a logo.")
    why = _("If it says something, people who cannot see it miss that.")
    how = _("If it says something, write it in the alt.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        marked = element.get("alt") == "" or element.get("role") in {"none", "presentation"}
        parent = element.getparent()
        if not marked or parent is None or page.unseen(element):
            return False
        alone = parent.tag in {"body", "main", "p", "div"} and not page.text(parent)
        return "logo" in file_of(element).lower() or alone


@register_rule
class BackgroundPicture(HtmlRule):
    """A picture in the background says nothing (0va7u6)."""

    id = "html-image-background"
    criteria = ("1.4.5", "1.1.1")
    level = "warn"
    attributes = ("style",)
    message = _("This part shows a picture in its background and has no words.")
    why = _("Nobody can hear, enlarge or recolour what such a picture says.")
    how = _("If the picture says something, use an image with a text, or real words.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(BACKGROUND.search(element.get("style") or "")) and not page.text(element)


@register_rule
class IconOnly(HtmlRule):
    """A class that draws an icon beside words hides what the icon says."""

    id = "html-icon-meaning"
    criteria = ("1.1.1",)
    level = "warn"
    attributes = ("class",)
    message = _("This part shows an icon that style sheets draw. Check that the words say what the icon says.")
    why = _("Icons from style sheets are not read out.")
    how = _("If the icon means something, such as a warning, say so in words.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        drawn = bool(ICON_CLASS.search(element.get("class") or "")) and element.tag not in {"img", "svg", "use", "path"}
        has_image = next(element.iter("img", "svg"), None) is not None
        return drawn and not has_image and element.get("aria-hidden") != "true" and not element.get("aria-label")


@register_rule
class TextInPicture(HtmlRule):
    """Words are words, not a picture of words (0va7u6)."""

    id = "html-image-of-text"
    criteria = ("1.4.5",)
    level = "warn"
    tags = ("img", "input")
    message = _("This image may be a picture of words.")
    why = _("People cannot enlarge, recolour or translate words in a picture.")
    how = _("Write the words as text and style them.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        source = element.get("src") or ""
        drawn = source.startswith("data:image/svg") and "<text" in source
        button = element.tag == "input" and (element.get("type") or "").lower() == "image" and bool(element.get("alt"))
        return drawn or button or bool(re.search(r"text|button|btn|heading|title", file_of(element), re.IGNORECASE))


@register_rule
class AnimatedPicture(HtmlRule):
    """What moves can be stopped."""

    id = "html-image-animated"
    criteria = ("2.2.2",)
    level = "warn"
    tags = ("img",)
    message = _("This may be an animated picture.")
    why = _("What moves draws the eye away from the words, and some people cannot look past it.")
    how = _("Use a still picture, or a video with a pause button.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return file_of(element).lower().endswith(".gif")


@register_rule
class LinkToPicture(HtmlRule):
    """A link to a picture leads to a page with words instead."""

    id = "html-link-to-image"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("a",)
    message = _("This link leads to a bare picture, which has no text of its own.")
    why = _("People who cannot see it get nothing at the end of the link.")
    how = _("Show the picture in a page, with its text.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(PICTURE_FILE.search(urlsplit(element.get("href") or "").path))


@register_rule
class ShortAltForInformation(HtmlRule):
    """A picture full of facts has them in words too."""

    id = "html-image-information"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("img",)
    message = _("This picture looks like one with facts in it. Check that the words say all of them.")
    why = _("A short text cannot hold what a poster, a chart or a map says.")
    how = _("Put the facts in the text of the page, or in a table.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        alt = element.get("alt") or ""
        facts = re.search(
            r"\d|\b(chart|graph|map|diagram|infographic|poster|flyer|leaflet|timetable)\b", alt, re.IGNORECASE
        )
        return bool(facts) and len(alt) < CONTENT_WIDTH and not element.get("aria-describedby")
