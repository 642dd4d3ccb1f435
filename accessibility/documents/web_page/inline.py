"""The words of one paragraph as HTML with bold and links, which is all that a page's text may hold."""

from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urlsplit

from accessibility.documents.ooxml.docx.paragraphs import NOT_SHOWN, Paragraph
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.web_page.base import Carried
from accessibility.documents.xml import name

_LINK, _R, _ID = name("w:hyperlink"), name("w:r"), name("r:id")
#: Where a link on a page of ours may lead.
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def html_of(paragraph: Paragraph, opened: OoxmlPackage, carried: Carried) -> str:
    """Return the paragraph's words; a link that leads nowhere on the web is counted and stays as words."""
    runs = {run.element: run for run in paragraph.runs}
    found = ((runs.get(element), target) for element, target in _runs(paragraph.element, opened, ""))
    pieces = [(run.text, run.is_bold, target) for run, target in found if run is not None]
    if "HYPERLINK" in paragraph.field_codes and not paragraph.is_called("toc "):
        carried.lost["link"] += 1
    carried.lost["link"] += sum(target == "#" for target in {target for _, _, target in pieces})
    return "".join(_piece(*joined) for joined in _joined(pieces)).strip()


def _runs(parent: Any, opened: OoxmlPackage, target: str) -> Iterator[tuple[Any, str]]:
    """Yield the runs of a paragraph with the address of the link that holds them."""
    for child in parent:
        if child.tag == _R:
            yield child, target
        elif child.tag == _LINK:
            yield from _runs(child, opened, _target(child, opened))
        elif child.tag not in NOT_SHOWN and isinstance(child.tag, str):
            yield from _runs(child, opened, target)


def _target(link: Any, opened: OoxmlPackage) -> str:
    """Return the address of a link, ``#`` where it leads into the file or to something that is no web address."""
    kind, target = opened.relationships(opened.main_name).get(link.get(_ID, ""), ("", ""))
    try:
        fits = urlsplit(target).scheme.lower() in _SCHEMES
    except ValueError:
        fits = False
    return target if kind.startswith("!") and fits else "#"


def _joined(pieces: list[tuple[str, bool, str]]) -> Iterator[tuple[str, bool, str]]:
    """Yield pieces of one look and one address as one: Word cuts words into runs as it likes."""
    held: tuple[str, bool, str] | None = None
    for text, is_bold, target in pieces:
        if held and held[1:] == (is_bold, target):
            held = (held[0] + text, is_bold, target)
            continue
        if held:
            yield held
        held = (text, is_bold, target)
    if held:
        yield held


def _piece(text: str, is_bold: bool, target: str) -> str:  # noqa: FBT001 - a row of data, not a switch
    """Return one piece as HTML."""
    words = escape(text.replace("\t", " "), quote=False).replace("\n", "<br/>")
    if is_bold and words.strip():
        words = f"<b>{words}</b>"
    return f'<a href="{escape(target)}">{words}</a>' if target not in ("", "#") and words.strip() else words
