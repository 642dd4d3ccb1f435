"""A PDF opened once for all checks: pikepdf for objects, pdfium for text. Every walk is iterative and bounded."""

from functools import cached_property
from io import BytesIO
from typing import Any, Self

import pikepdf
import pypdfium2

from accessibility.documents.base import Location, Refused
from accessibility.documents.limits import MAX_PAGES
from accessibility.documents.pdf.annotations import (
    MAX_ANNOTATIONS,
    Annotation,
    objects_of,
    read_annotations,
    read_fields,
)
from accessibility.documents.pdf.content import Contents
from accessibility.documents.pdf.layout import Layout
from accessibility.documents.pdf.metadata_stream import read_xmp
from accessibility.documents.pdf.safety import dangers
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.structure import MAX_ELEMENTS, Element, read_marks, walk
from accessibility.documents.pdf.weight import weigh

MAX_PATH = 8
MAX_PLACES = 5_000


class OpenedPdf:
    """Context manager. Raises :class:`Refused` when the file is locked or damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        #: Rules that did not see the whole file: a limit came first. They are never counted as checked.
        self.left_out: set[str] = set()
        weigh(data)
        try:
            self.pdf = pikepdf.open(BytesIO(data))
            self.root = self.pdf.Root
            self.pages_total = len(self.pdf.pages)
        except pikepdf.PasswordError as error:
            raise Refused("encrypted") from error
        except (pikepdf.PdfError, AttributeError, ValueError, RuntimeError) as error:
            raise Refused("encrypted" if "encryption" in str(error) else "damaged") from error
        if not self.pages_total:
            raise Refused("no_pages")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, *__: object) -> None:
        """Close the file. What the libraries could not read is damage of the file, not an error of a check."""
        if "rendered" in self.__dict__:
            self.rendered.close()
        self.pdf.close()
        if isinstance(error, pikepdf.PdfError | pypdfium2.PdfiumError | UnicodeDecodeError):
            raise Refused("damaged") from error

    @property
    def is_cut(self) -> bool:
        """Return whether the file has more tags, notes or pieces of text than we look at."""
        most = len(self.elements) >= MAX_ELEMENTS or len(self.annotations) >= MAX_ANNOTATIONS
        return most or not self.contents.is_whole

    @property
    def pages_checked(self) -> int:
        """Return how many pages are looked at."""
        return min(self.pages_total, MAX_PAGES)

    @cached_property
    def rendered(self) -> Any:
        """Return the same file in pdfium, written anew without its lock when pdfium does not know the lock."""
        try:
            return pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError:
            pass
        try:
            return pypdfium2.PdfDocument(self.rewritten)
        except pypdfium2.PdfiumError as error:
            raise Refused("damaged") from error

    @cached_property
    def rewritten(self) -> bytes:
        """Return the file written anew: repaired, and without a lock that needs no password."""
        stream = BytesIO()
        try:
            self.pdf.save(stream, encryption=False)
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            raise Refused("damaged") from error
        return stream.getvalue()

    @cached_property
    def elements(self) -> list[Element]:
        """Return the structure elements in reading order, empty when the file is not tagged."""
        tree = self.root.get("/StructTreeRoot")
        return walk(tree, self.page_numbers) if isinstance(tree, pikepdf.Dictionary) else []

    @cached_property
    def children(self) -> list[list[int]]:
        """Return the indexes of the children of each element."""
        below: list[list[int]] = [[] for _ in self.elements]
        for index, element in enumerate(self.elements):
            if element.parent is not None:
                below[element.parent].append(index)
        return below

    @cached_property
    def annotations(self) -> list[Annotation]:
        """Return what lies on the pages (links, fields, comments), with the tag that holds each."""
        return read_annotations(self.pdf, self.root, self.elements, self.pages_checked)

    @cached_property
    def held_annotations(self) -> set[tuple[int, int]]:
        """Return the object ids of annotations that stand in a Link or Reference tag, as the tags themselves say."""
        links = (element for element in self.elements if element.type in ("Link", "Reference"))
        return {target.objgen for element in links for target in objects_of(element) if target.is_indirect}

    @cached_property
    def fields(self) -> list[Any]:
        """Return the end fields of the form, empty when the file is not one."""
        return read_fields(self.root)

    @cached_property
    def contents(self) -> Contents:
        """Return what is drawn on the pages, piece by piece."""
        return Contents(self.rendered, self.pages_checked)

    @cached_property
    def layout(self) -> Layout:
        """Return what the tags look like on the page."""
        return Layout(self.elements, self.children, self.marks, self.contents)

    @cached_property
    def marks(self) -> dict[tuple[int, int], int]:
        """Return the index of the element that owns a marked piece of content, by page number and MCID."""
        return read_marks(self.elements, self.page_numbers)

    @cached_property
    def events(self) -> list[Any]:
        """Return what the content streams mark and draw (see :mod:`accessibility.documents.pdf.ua.streams`)."""
        from accessibility.documents.pdf.ua.streams import Reader

        return list(Reader(self).events())

    @cached_property
    def xmp(self) -> Any:
        """Return the root of the file's metadata, or None when there is none or it is not XML."""
        return read_xmp(self.root)

    @cached_property
    def places(self) -> dict[int, Location]:
        """Return where tags and annotations are, by the number of their object."""
        tags = {e.obj.objgen[0]: index for index, e in enumerate(self.elements) if e.obj.is_indirect}
        found = {number: self.place(index) for number, index in list(tags.items())[:MAX_PLACES]}
        for one in self.annotations:
            if one.obj.is_indirect:
                number = one.obj.objgen[0]
                found[number] = Location(page=one.page, item=number, bbox=one.bbox)
        return found

    def place(self, index: int, excerpt: str = "") -> Location:
        """Return where the element at an index is, with its words unless others are given."""
        element, seen = self.elements[index], self.layout.block(index)
        return Location(
            page=element.page or seen.page,
            item=(element.obj.objgen[0] or None) if element.obj.is_indirect else None,
            excerpt=excerpt or seen.text,
            bbox=seen.bbox if seen.page in (element.page, None) or element.page is None else None,
            path=self.path(element),
        )

    def path(self, element: Element) -> str:
        """Return the way through the tags to an element."""
        names = [element.type]
        while element.parent is not None and len(names) < MAX_PATH:
            element = self.elements[element.parent]
            names.append(element.type)
        return " > ".join(reversed(names))

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        """Return the number of each page (from 1) by its object id."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def producer(self) -> str:
        """Return the program the file was made with, as far as it says."""
        info = self.pdf.trailer.get("/Info")
        if not isinstance(info, pikepdf.Dictionary):
            return ""
        return " / ".join(text for key in ("/Creator", "/Producer") if (text := text_of(info.get(key))))

    @cached_property
    def language(self) -> str:
        """Return the document's language (BCP 47), or an empty text."""
        return text_of(self.root.get("/Lang"))

    def dangers(self) -> set[str]:
        """Return the codes of what makes this file unsafe to hand out."""
        return dangers(self.pdf)
