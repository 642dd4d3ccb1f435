"""Word's paragraphs with what their style chain says of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.xml import find_all, first, is_on, name

_VALUE = name("w:val")
_BODY_SIZE = 22
_NO_OUTLINE = 9


@dataclass(frozen=True)
class Paragraph:
    """``level`` is 1 to 9 for a heading, else 0. ``size`` is in half points, the largest of its runs."""

    number: int
    text: str
    level: int
    is_list: bool
    is_bold: bool
    size: int
    in_table: bool
    style: str


class Styles:
    """The style chain of a file."""

    def __init__(self, package: OoxmlPackage) -> None:
        targets = package.targets(package.main_name, "styles")
        root = package.part(targets[0]) if targets else None
        rows = find_all(root, "w:style") if root is not None else []
        self._rows = {row.get(name("w:styleId"), ""): row for row in rows}
        self._root = root
        default = first(root, "w:style[@w:type='paragraph' and @w:default='1']")
        self.default = default.get(name("w:styleId"), "") if default is not None else ""

    def chain(self, identity: str) -> list[Any]:
        """Return the style and what it is based on; a circle ends where it began."""
        found: list[Any] = []
        row = self._rows.get(identity or self.default)
        while row is not None and row not in found:
            found.append(row)
            based = first(row, "w:basedOn/@w:val")
            row = self._rows.get(str(based)) if based else None
        return found

    def level(self, identity: str) -> int:
        """Return the heading level of a style, 0 for none."""
        for row in self.chain(identity):
            outline = first(row, "w:pPr/w:outlineLvl/@w:val")
            if outline is not None and str(outline).isdigit():
                return _as_level(str(outline))
            called = str(first(row, "w:name/@w:val") or "").lower()
            if called.startswith("heading ") and called[8:9].isdigit():
                return int(called[8:9])
        return 0

    def first_of(self, identity: str, path: str) -> Any:
        """Return the first hit of a path along the chain, else in the defaults of the document."""
        for row in self.chain(identity):
            found = first(row, path)
            if found is not None:
                return found
        return first(self._root, f"w:docDefaults/w:rPrDefault/{path}") if self._root is not None else None

    def size(self, identity: str) -> int:
        """Return the type size of a style in half points."""
        found = self.first_of(identity, "w:rPr/w:sz")
        return _number(found.get(_VALUE), _BODY_SIZE) if found is not None else _BODY_SIZE


@lru_cache(maxsize=1)
def paragraphs(package: OoxmlPackage) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the body in reading order, those in text boxes and tables included."""
    styles = Styles(package)
    rows = package.main.iter(name("w:p"))
    return tuple(_paragraph(row, number, styles) for number, row in enumerate(rows, 1))


def _paragraph(row: Any, number: int, styles: Styles) -> Paragraph:
    """Return one paragraph; text of a text box inside it belongs to the paragraphs of the box."""
    style = str(first(row, "w:pPr/w:pStyle/@w:val") or "")
    runs = find_all(row, "w:r | w:hyperlink/w:r | w:ins/w:r | w:sdt/w:sdtContent/w:r | w:smartTag/w:r")
    spoken = [run for run in runs if _text(run).strip()]
    own = first(row, "w:pPr/w:outlineLvl/@w:val")
    numbering = first(row, "w:pPr/w:numPr")
    return Paragraph(
        number=number,
        text=" ".join("".join(_text(run) for run in runs).split()),
        level=_as_level(str(own)) if own is not None and str(own).isdigit() else styles.level(style),
        is_list=numbering is not None or styles.first_of(style, "w:pPr/w:numPr") is not None,
        is_bold=bool(spoken) and all(_is_bold(run, style, styles) for run in spoken),
        size=max((_size(run, style, styles) for run in spoken), default=0),
        in_table=first(row, "ancestor::w:tbl") is not None,
        style=style,
    )


def _text(run: Any) -> str:
    """Return the text of a run; a tab or a break is a space."""
    spaces = (name("w:tab"), name("w:br"))
    return "".join((part.text or "") if part.tag == name("w:t") else " " if part.tag in spaces else "" for part in run)


def _is_bold(run: Any, style: str, styles: Styles) -> bool:
    """Return whether a run is bold, by itself or by its style."""
    own = first(run, "w:rPr/w:b")
    return is_on(own if own is not None else styles.first_of(style, "w:rPr/w:b"), _VALUE)


def _size(run: Any, style: str, styles: Styles) -> int:
    """Return the size of a run in half points."""
    own = first(run, "w:rPr/w:sz/@w:val")
    return _number(own, styles.size(style)) if own is not None else styles.size(style)


def _number(value: Any, otherwise: int) -> int:
    """Return a whole number, or ``otherwise``."""
    try:
        return int(float(str(value)))
    except ValueError:
        return otherwise


def _as_level(outline: str) -> int:
    """Return the heading level of an outline level: 0 is Heading 1, 9 is body text."""
    return int(outline) + 1 if int(outline) < _NO_OUTLINE else 0
