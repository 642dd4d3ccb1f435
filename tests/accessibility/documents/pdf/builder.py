"""Tagged PDF files out of parts: each part is a tag with words on the page, or with parts below it."""

from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MARGIN, TOP, LINE = 60, 780, 24
PDF_2 = "http://iso.org/pdf2/ssn"


@dataclass
class Part:
    tag: str
    text: str = ""
    kids: tuple["Part", ...] = ()
    size: float = 12
    bold: bool = False
    colour: tuple[float, float, float] = (0, 0, 0)
    at: tuple[float, float] | None = None
    mode: int = 0
    entries: dict = field(default_factory=dict)
    picture: bool = False


def p(text: str, **more) -> Part:
    return Part("P", text, **more)


def row(*cells: Part) -> Part:
    return Part("TR", kids=cells)


LONG = "We collect your bins each week on the same day, and we tell you when that changes."


class Builder:
    """One file; ``loose`` is content outside all tags, ``under`` lies below the text as decoration."""

    def __init__(self, *parts: Part, title="Bin days in Oxford", language="en-GB", under="", loose="", pages=1) -> None:
        self.file = pikepdf.new()
        for _ in range(pages):
            self.file.add_blank_page(page_size=(595, 842))
        self.page = self.file.pages[0]
        self.content, self.mcid, self.y, self.owners = [], 0, TOP, []
        self.tree = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._element("Document", self.tree, {})
        self.tree.K = self.document
        self.document.K = Array([self._part(part, self.document) for part in parts])
        drawn = f"/Artifact BMC {under} EMC\n" if under else ""
        self.page.obj.Contents = self.file.make_stream((drawn + "\n".join([*self.content, loose])).encode("latin-1"))
        self._resources()
        self._catalogue(title, language)

    def _catalogue(self, title, language):
        root = self.file.Root
        root.StructTreeRoot, root.MarkInfo = self.tree, Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if language:
            root.Lang = String(language)
        with self.file.open_metadata() as metadata:
            metadata["dc:title"] = title
        self.page.obj.StructParents = 0
        self.tree.ParentTree = self.file.make_indirect(Dictionary(Nums=Array([0, Array(self.owners)])))

    def _resources(self):
        def font(name):
            return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(name), Encoding=Name.WinAnsiEncoding)

        image = self.file.make_stream(b"\x80" * 16, Type=Name.XObject, Subtype=Name.Image, Width=4, Height=4)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        fonts = Dictionary(F1=font("/Helvetica"), F2=font("/Helvetica-Bold"))
        self.page.obj.Resources = Dictionary(Font=fonts, XObject=Dictionary(Im=image))

    def _element(self, tag, parent, entries):
        element = Dictionary(Type=Name.StructElem, S=Name("/" + tag), P=parent, Pg=self.page.obj)
        for key, value in entries.items():
            element["/" + key] = String(value) if isinstance(value, str) and not isinstance(value, Name) else value
        return self.file.make_indirect(element)

    def _part(self, part, parent):
        element = self._element(part.tag, parent, part.entries)
        kids = [self._draw(part, element)] if part.text or part.picture else []
        kids += [self._part(kid, element) for kid in part.kids]
        if kids:
            element.K = Array(kids)
        return element

    def _draw(self, part, element):
        x, y = part.at or (MARGIN, self.y)
        if not part.at:
            self.y -= LINE
        colour = " ".join(str(value) for value in part.colour)
        words = part.text.replace("(", "\\(").replace(")", "\\)")
        shown = f"q 60 0 0 60 {x} {y - 60} cm /Im Do Q" if part.picture else (
            f"BT {part.mode} Tr {colour} rg /F{2 if part.bold else 1} {part.size} Tf {x} {y} Td ({words}) Tj ET"
        )  # fmt: skip
        self.content.append(f"/{part.tag} <</MCID {self.mcid}>> BDC {shown} EMC")
        self.owners.append(element)
        self.mcid += 1
        return self.mcid - 1

    def annotate(self, subtype, rectangle, *, tag="", **entries):
        """Put an annotation on the page, in a tag of its own when ``tag`` is given."""
        annotation = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array(rectangle), **entries)
        annotation = self.file.make_indirect(annotation)
        if tag:
            element = self._element(tag, self.document, {})
            element.K = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.page.obj)
            self.document.K.append(element)
            key = len(self.tree.ParentTree.Nums) // 2
            self.tree.ParentTree.Nums.extend([key, element])
            annotation.StructParent = key
        self.page.obj.Annots = Array([*self.page.obj.get("/Annots", []), annotation])
        self.page.obj.Tabs = Name.S
        return annotation

    def link(self, rectangle, address="https://example.org/a", *, tag="Link", **entries):
        return self.annotate("Link", rectangle, tag=tag, A=Dictionary(S=Name.URI, URI=String(address)), **entries)

    def field(self, name, *, tag="Form", **entries):
        count = len(self.file.Root.AcroForm.Fields) if "/AcroForm" in self.file.Root else 0
        place = [300, 700 - 30 * count, 400, 720 - 30 * count]
        widget = self.annotate("Widget", place, tag=tag, FT=Name.Tx, T=String(name), **entries)
        fields = [*(self.file.Root.AcroForm.Fields if count else []), widget]
        self.file.Root.AcroForm = Dictionary(Fields=Array(fields))
        return widget

    def second_part(self):
        """Make it a file of PDF/UA-2: one Document in the namespace of PDF 2.0, and the identification."""
        space = self.file.make_indirect(Dictionary(Type=Name.Namespace, NS=String(PDF_2)))
        self.tree.Namespaces = Array([space])
        for element in self.file.objects:
            if isinstance(element, Dictionary) and element.get("/Type") == Name.StructElem:
                element.NS = space
        with self.file.open_metadata() as metadata:
            metadata.register_xml_namespace("http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
            metadata["{http://www.aiim.org/pdfua/ns/id/}part"] = "2"
            metadata["{http://www.aiim.org/pdfua/ns/id/}rev"] = "2024"
        return self

    def save(self, **options) -> bytes:
        stream = BytesIO()
        self.file.save(stream, **options)
        return stream.getvalue()


def pdf(*parts: Part, **options) -> bytes:
    return Builder(*parts, **options).save()
