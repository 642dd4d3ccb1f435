"""Word's runs: text with the look that style chains, themes and tables give it."""

from dataclasses import dataclass, field
from typing import Any

from accessibility.documents.colours import Colour, colour_of
from accessibility.documents.ooxml.docx.styles import VALUE, Styles
from accessibility.documents.ooxml.theme import Theme, word_colour
from accessibility.documents.xml import first, is_on, name

#: Half points, where nothing tells the size of type.
USUAL_SIZE = 20
_TEXT, _PROPERTIES, _STYLE = name("w:t"), name("w:rPr"), name("w:rStyle")
_AS_TEXT = {
    name("w:tab"): "\t", name("w:ptab"): "\t", name("w:br"): "\n", name("w:cr"): "\n", name("w:noBreakHyphen"): "-",
    name("w:sym"): "•",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """``size`` in half points. A colour of None is automatic; a background of None is that of the paragraph.

    ``other_languages`` are those that Word uses for right-to-left and for East Asian letters.
    """

    text: str
    is_bold: bool
    size: int
    colour: Colour | None
    background: Colour | None
    is_superscript: bool
    language: str
    other_languages: tuple[str, str]
    in_link: bool
    element: Any = field(repr=False, compare=False)


class RunReader:
    """Reads the runs of one file."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles, self._theme = styles, theme

    def read(self, run: Any, paragraph_style: str, text: str, *, in_link: bool) -> Run | None:
        """Return a run with its look resolved, or None for hidden text."""
        own = run.find(_PROPERTIES)
        style_row = own.find(_STYLE) if own is not None else None
        chain = (style_row.get(VALUE, "") if style_row is not None else "", paragraph_style)
        if is_on(self._find(own, chain, "w:vanish"), VALUE):
            return None
        return Run(
            text=text,
            is_bold=is_on(self._find(own, chain, "w:b"), VALUE),
            size=number(self._find(own, chain, "w:sz"), USUAL_SIZE),
            colour=word_colour(self._find(own, chain, "w:color"), self._theme),
            background=self._background(own, chain),
            is_superscript=_value(self._find(own, chain, "w:vertAlign")) == "superscript",
            language=self._language(own, chain, "w:val"),
            other_languages=(self._language(own, chain, "w:bidi"), self._language(own, chain, "w:eastAsia")),
            in_link=in_link,
            element=run,
        )

    def _find(self, own: Any, chain: tuple[str, ...], tag: str) -> Any:
        """Return a property of a run: its own, its style's, its paragraph style's, the document's."""
        found = own.find(name(tag)) if own is not None else None
        for identity in chain:
            if found is None and identity:
                found = self._styles.property(identity, f"w:rPr/{tag}")
        return found if found is not None else self._styles.document_default(f"w:rPr/{tag}")

    def _language(self, own: Any, chain: tuple[str, ...], attribute: str) -> str:
        """Return one of the three languages of a run; each comes from the nearest place that tells it."""
        path = f"w:rPr/w:lang/@{attribute}"
        found = own.find(name("w:lang")) if own is not None else None
        if found is not None and found.get(name(attribute)):
            return str(found.get(name(attribute)))
        hits = [self._styles.property(identity, path) for identity in chain if identity]
        hits.append(self._styles.document_default(path))
        return next((str(hit) for hit in hits if hit), "")

    def _background(self, own: Any, chain: tuple[str, ...]) -> Colour | None:
        """Return the highlight or the shading of a run."""
        highlight = _value(self._find(own, chain, "w:highlight"))
        if highlight in _HIGHLIGHTS:
            return colour_of(_HIGHLIGHTS[highlight])
        return shading(self._find(own, chain, "w:shd"), self._theme)


def text_of(run: Any) -> str:
    """Return the text of a run; a tab is a tab, a break a line break."""
    return "".join((part.text or "") if part.tag == _TEXT else _AS_TEXT.get(part.tag, "") for part in run)


def shading(element: Any, theme: Theme) -> Colour | None:
    """Return the colour of a ``w:shd``: its fill, or its own colour where the pattern is solid."""
    if element is None:
        return None
    if element.get(VALUE) == "solid":
        return word_colour(element, theme, "w:color")
    return word_colour(element, theme, "w:fill", "themeFill")


def number(element: Any, otherwise: int) -> int:
    """Return the whole number in ``w:val``, or ``otherwise``."""
    try:
        return int(float(element.get(VALUE))) if element is not None else otherwise
    except (TypeError, ValueError, OverflowError):
        return otherwise


def own(element: Any, path: str) -> Any:
    """Return the first hit of a path below an element that may be None."""
    return first(element, path) if element is not None else None


def _value(element: Any) -> str:
    """Return ``w:val`` or an empty text."""
    return str(element.get(VALUE, "")) if element is not None else ""
