"""Word's paragraphs in reading order, each with what its style chain, its lists and its tables say of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from accessibility.documents.base import Location
from accessibility.documents.ooxml.docx.runs import Run, RunReader, text_of
from accessibility.documents.ooxml.docx.styles import VALUE, Numbering, Styles, as_level
from accessibility.documents.ooxml.package import OoxmlPackage
from accessibility.documents.ooxml.theme import Theme, word_theme
from accessibility.documents.xml import find_all, name

_P, _R, _TBL, _TC = name("w:p"), name("w:r"), name("w:tbl"), name("w:tc")
_PROPERTIES, _STYLE, _OUTLINE, _NUMBER = name("w:pPr"), name("w:pStyle"), name("w:outlineLvl"), name("w:numPr")
_LINK, _FIELD, _CODE, _SIMPLE = name("w:hyperlink"), name("w:fldChar"), name("w:instrText"), name("w:fldSimple")
#: What was deleted or moved away, and other paragraphs inside this one.
NOT_SHOWN = frozenset(
    map(name, ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rt", "w:drawing", "w:pict", "w:object"))
)
_SEEN = frozenset(map(name, ("w:drawing", "w:pict", "w:object")))


@dataclass(frozen=True)
class Paragraph:
    """``level`` is 1 to 9 for a heading, else 0. ``raw`` keeps tabs and line breaks, ``text`` is one line."""

    number: int
    raw: str
    text: str
    level: int
    style: str
    names: tuple[str, ...]
    is_list: bool
    in_table: bool
    in_box: bool
    has_drawing: bool
    field_codes: str
    element: Any = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)

    @property
    def place(self) -> Location:
        """Return where it stands, for a finding."""
        return Location(item=self.number, excerpt=self.text)

    @property
    def spoken(self) -> tuple[Run, ...]:
        """Return the runs with words in them."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def is_bold(self) -> bool:
        """Return whether all of it is bold."""
        return bool(self.spoken) and all(run.is_bold for run in self.spoken)

    @property
    def size(self) -> int:
        """Return the largest size of its runs in half points."""
        return max((run.size for run in self.spoken), default=0)

    def is_called(self, *openings: str) -> bool:
        """Return whether the name of its style, or of one that it is based on, begins with one of these."""
        return any(called.startswith(openings) for called in self.names)


class Body:
    """The main part of one file, read once for all checks."""

    def __init__(self, package: OoxmlPackage) -> None:
        self.styles, self.numbering, self.theme = Styles(package), Numbering(package), word_theme(package)
        self._runs = RunReader(self.styles, self.theme)
        self.paragraphs = tuple(self._paragraph(row, number) for number, row in enumerate(package.main.iter(_P), 1))
        self.numbers = {paragraph.element: paragraph.number for paragraph in self.paragraphs}

    def _paragraph(self, row: Any, number: int) -> Paragraph:
        """Return one paragraph; text of a text box inside it belongs to the paragraphs of the box."""
        properties = row.find(_PROPERTIES)
        marked = properties.find(_STYLE) if properties is not None else None
        style = marked.get(VALUE, "") if marked is not None else self.styles.default("paragraph")
        runs, codes = self._read_runs(row, style)
        raw = "".join(run.text for run in runs)
        tags = {above.tag for above in row.iterancestors()}
        return Paragraph(
            number=number, raw=raw, text=" ".join(raw.split()), level=self._level(properties, style), style=style,
            names=self.styles.names(style), is_list=self._is_list(properties, style), in_table=_TBL in tags,
            in_box=name("w:txbxContent") in tags, has_drawing=next(row.iter(*_SEEN), None) is not None,
            field_codes=codes, element=row, runs=runs,
        )  # fmt: skip

    def _read_runs(self, row: Any, style: str) -> tuple[tuple[Run, ...], str]:
        """Return the runs that are seen, and the codes of the fields that begin here."""
        found, codes = [], []
        for element, in_link in _inline(row, in_link=False):
            if element.tag == _R:
                codes += [code.text or "" for code in element.iter(_CODE)]
                text = text_of(element)
                run = self._runs.read(element, style, text, in_link=in_link) if text else None
                found += [run] if run else []
            else:
                codes.append(element.get(name("w:instr"), ""))
        return tuple(found), " ".join(codes)

    def _level(self, properties: Any, style: str) -> int:
        """Return the heading level: the paragraph's own outline level, else its style's."""
        own = properties.find(_OUTLINE) if properties is not None else None
        return as_level(own.get(VALUE)) if own is not None else self.styles.level(style)

    def _is_list(self, properties: Any, style: str) -> bool:
        """Return whether it shows a bullet or a number of its own or of its style."""
        own = properties.find(_NUMBER) if properties is not None else None
        return self.numbering.shows(own if own is not None else self.styles.property(style, "w:pPr/w:numPr"))


def _inline(parent: Any, *, in_link: bool) -> Iterator[tuple[Any, bool]]:
    """Yield the runs and simple fields of a paragraph with whether a link holds them; lxml caps the depth at 256."""
    for child in parent:
        if child.tag == _R:
            yield child, in_link
        elif child.tag not in NOT_SHOWN and isinstance(child.tag, str):
            if child.tag == _SIMPLE:
                yield child, in_link
            yield from _inline(child, in_link=in_link or child.tag == _LINK)


@lru_cache(maxsize=1)
def body_of(package: OoxmlPackage) -> Body:
    """Return the body of the file that is being checked."""
    return Body(package)


def paragraphs(package: OoxmlPackage) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the body in reading order, those in text boxes and tables included."""
    return body_of(package).paragraphs


def theme_of(package: OoxmlPackage) -> Theme:
    """Return the theme of the file that is being checked."""
    return body_of(package).theme


def tables(package: OoxmlPackage) -> list[Any]:
    """Return the tables of the body."""
    return find_all(package.main, "//w:tbl")
