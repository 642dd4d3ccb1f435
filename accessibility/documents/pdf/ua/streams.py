"""What content streams draw and how it is marked: a small reader over pikepdf's parser, bounded, not recursive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import name_of

#: Larger streams than this are drawings; bytes after inflating, and operators of one file.
MAX_STREAM = 4 * 1024 * 1024
MAX_OPERATORS = 300_000
MAX_FORMS = 500
_OPERATORS = "BDC BMC EMC Do Tf Tr Tj TJ ' \" q Q f F f* B B* b b* S s sh BI ID EI INLINE"
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PAINTS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE", "EI"))


@dataclass(frozen=True)
class Mark:
    """One level of marked content: its tag and its properties."""

    tag: str
    properties: Any

    @property
    def mcid(self) -> int | None:
        """Return its number, when it belongs to a tag."""
        number = self.properties.get("/MCID") if self.properties is not None else None
        return int(number) if isinstance(number, int) else None


@dataclass(frozen=True)
class Event:
    """One step of a stream: ``mark`` opens a level, ``text`` and ``paint`` draw. ``marks`` are the levels around it."""

    kind: str
    page: int
    marks: tuple[Mark, ...]
    font: Any = None
    codes: bytes = b""
    mode: int = 0


@dataclass
class Stream:
    """One stream that is being read: the resources it names, the levels around it, and the state of its text."""

    source: Any
    resources: Any
    page: int
    outer: tuple[Mark, ...] = ()
    inner: list[Mark] = field(default_factory=list)
    font: Any = None
    mode: int = 0
    saved: list[tuple[Any, int]] = field(default_factory=list)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return all levels, the outermost first."""
        return (*self.outer, *self.inner)

    def change(self, name: str, operands: Any) -> None:
        """Follow an operator that draws nothing."""
        if name == "EMC":
            del self.inner[-1:]
        elif name == "q":
            self.saved.append((self.font, self.mode))
        elif name == "Q" and self.saved:
            self.font, self.mode = self.saved.pop()
        elif name == "Tf":
            self.font = resource(self.resources, "/Font", operands[0])
        elif name == "Tr":
            self.mode = int(operands[0]) if isinstance(operands[0], int) else 0


@dataclass
class Reader:
    """The state of one file's reading."""

    opened: OpenedPdf
    left: int = MAX_OPERATORS
    forms: set[tuple[int, int]] = field(default_factory=set)

    def events(self) -> Iterator[Event]:
        """Yield the events of all pages."""
        for number, page in enumerate(self.opened.pdf.pages[: self.opened.pages_checked], 1):
            waiting = [Stream(page, page.get("/Resources"), number)]
            while waiting:
                for step in self._steps(waiting.pop()):
                    if isinstance(step, Event):
                        yield step
                    else:
                        waiting.append(step)

    def _steps(self, stream: Stream) -> Iterator[Event | Stream]:
        """Yield what one stream draws, and the forms that it draws as further streams to read."""
        for operands, operator in self._instructions(stream.source):
            name = str(operator)
            if name in ("BDC", "BMC"):
                stream.inner.append(Mark(name_of(operands[0]), _properties(operands, stream.resources)))
                yield Event("mark", stream.page, stream.marks)
            elif name in _SHOWS:
                yield Event("text", stream.page, stream.marks, stream.font, _codes(operands), stream.mode)
            elif name in _PAINTS:
                yield Event("paint", stream.page, stream.marks)
            elif name == "Do":
                yield from self._drawn(resource(stream.resources, "/XObject", operands[0]), stream)
            else:
                stream.change(name, operands)

    def _drawn(self, target: Any, stream: Stream) -> Iterator[Event | Stream]:
        """Yield a picture as paint, and a form once as a stream to read."""
        if not isinstance(target, pikepdf.Stream):
            return
        if target.get("/Subtype") != "/Form":
            yield Event("paint", stream.page, stream.marks)
        elif target.objgen not in self.forms and len(self.forms) < MAX_FORMS:
            self.forms.add(target.objgen)
            yield Stream(target, target.get("/Resources", stream.resources), stream.page, stream.marks)

    def _instructions(self, stream: Any) -> Iterator[tuple[Any, Any]]:
        """Yield operands and operator of a stream that is not too large."""
        try:
            if _size(stream) > MAX_STREAM:
                return
            for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
                if not self.left:
                    return
                self.left -= 1
                if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                    yield (), "EI"
                else:
                    yield instruction.operands, instruction.operator
        except (pikepdf.PdfError, IndexError, ValueError, TypeError, RuntimeError):
            return


def _size(stream: Any) -> int:
    """Return how many bytes there are to read; the file as a whole has been weighed before it was opened."""
    if isinstance(stream, pikepdf.Page):
        contents = stream.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        return sum(len(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))
    return len(stream.read_bytes())


def _properties(operands: Any, resources: Any) -> Any:
    """Return the property list of a mark, direct or by name."""
    if len(operands) < 2:
        return None
    value = operands[1]
    if isinstance(value, pikepdf.Name):
        value = resource(resources, "/Properties", value)
    return value if isinstance(value, pikepdf.Dictionary) else None


def resource(resources: Any, kind: str, name: Any) -> Any:
    """Return a resource by kind and name, or None."""
    table = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return table.get("/" + name_of(name)) if isinstance(table, pikepdf.Dictionary) and name_of(name) else None


def _codes(operands: Any) -> bytes:
    """Return the bytes of the strings that a text operator shows."""
    found = b""
    for operand in operands:
        for part in list(operand) if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(part, pikepdf.String):
                found += bytes(part)
    return found
