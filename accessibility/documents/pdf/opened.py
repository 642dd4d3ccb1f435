"""A PDF opened once for all checks: pikepdf for objects, pdfium for text. Every walk is iterative and bounded."""

from functools import cached_property
from io import BytesIO
from typing import Any, Self

import pikepdf
import pypdfium2

from accessibility.documents.base import Refused
from accessibility.documents.limits import MAX_PAGES
from accessibility.documents.pdf.annotations import Annotation, read_annotations, read_fields
from accessibility.documents.pdf.content import Contents
from accessibility.documents.pdf.metadata_stream import read_xmp
from accessibility.documents.pdf.safety import dangers
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.structure import Element, read_marks, walk

MAX_PATH = 8


class OpenedPdf:
    """Context manager. Raises :class:`Refused` when the file is locked or damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self.pdf = pikepdf.open(BytesIO(data))
            self.root = self.pdf.Root
            self.pages_total = len(self.pdf.pages)
        except pikepdf.PasswordError as error:
            raise Refused("encrypted") from error
        except (pikepdf.PdfError, AttributeError, ValueError, RuntimeError) as error:
            raise Refused("damaged") from error
        if not self.pages_total:
            raise Refused("no_pages")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if "rendered" in self.__dict__:
            self.rendered.close()
        self.pdf.close()

    @property
    def pages_checked(self) -> int:
        """Return how many pages are looked at."""
        return min(self.pages_total, MAX_PAGES)

    @cached_property
    def rendered(self) -> Any:
        """Return the same file in pdfium."""
        try:
            return pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError as error:
            raise Refused("damaged") from error

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
    def fields(self) -> list[Any]:
        """Return the end fields of the form, empty when the file is not one."""
        return read_fields(self.root)

    @cached_property
    def contents(self) -> Contents:
        """Return what is drawn on the pages, piece by piece."""
        return Contents(self.rendered, self.pages_checked)

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
