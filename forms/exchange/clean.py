"""Words from a stranger's file, made safe: plain text for names and labels, a few tags for guidance."""

import html
import re

import nh3

#: What the guidance block of a form may hold; see ``forms.blocks.questions.ContentBlock``.
TAGS = {"p", "br", "b", "strong", "a", "ul", "ol", "li"}
SCHEMES = {"http", "https", "mailto", "tel"}
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<[A-Za-z/!?]")
_BLOCKS = re.compile(
    r"</?(?:h[1-6]|div|section|article|blockquote|tr|dt|dd|figure|header|footer)\b[^>]*>", re.IGNORECASE
)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.IGNORECASE | re.DOTALL)


def plain(text: str) -> str:
    """Return the text without mark-up, lone surrogates and control characters."""
    text = _UNSHOWN.sub("", text)
    if not _TAG.search(text):
        return text
    spaced = re.sub(r"<(?:br|/p|/li|/div|/h[1-6])\b[^>]*>", r" \g<0>", text, flags=re.IGNORECASE)
    return html.unescape(nh3.clean(spaced, tags=set()))


def one_line(text: str) -> str:
    """Return the text on one line with single spaces."""
    return " ".join(text.split())


def rich(text: str) -> str:
    """Return safe HTML of paragraphs, lists, bold and links; a heading becomes a bold paragraph."""
    text = _UNSHOWN.sub("", text)
    if not _TAG.search(text):
        return "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
    text = _HEADING.sub(r"<p><b>\1</b></p>", text)
    safe = nh3.clean(_BLOCKS.sub("", text), tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)
    return safe if "<p>" in safe or "<ul>" in safe or "<ol>" in safe else f"<p>{safe.strip()}</p>"


def is_harmless(text: str) -> bool:
    """Return whether cleaning takes nothing away but the shape of the mark-up."""
    return one_line(plain(text)) == one_line(plain(rich(text))) and not re.search(
        r"<(?:script|style|iframe|img|table|svg|form|input|button|video|object)\b|\son[a-z]+\s*=|javascript:",
        text,
        re.IGNORECASE,
    )


def shown(text: str) -> str:
    """Return the text without what a database or a page cannot hold: NUL, other controls, lone surrogates."""
    return _UNSHOWN.sub("", text)


def wagtail_rich(text: str) -> str:
    """Return rich text of Wagtail's own with nothing but what our editor can make; such text is not changed."""
    marks = {tag: {"data-block-key"} for tag in TAGS}
    marks["a"] = {"href", "linktype", "id"}
    safe = nh3.clean(shown(text), tags=TAGS, attributes=marks, url_schemes=SCHEMES, link_rel=None)
    return safe.replace("&nbsp;", "\xa0").replace("<br>", "<br/>")
