"""Tags that hold nothing, content that no tag holds, and names that no program knows (WCAG 1.3.1, 4.1.2; PDF4)."""

from collections.abc import Iterator

import pikepdf

from accessibility.documents.base import Finding, Kind, Location, Severity, gather
from accessibility.documents.pdf import content
from accessibility.documents.pdf.layout import around, joined
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import name_of
from accessibility.documents.registry import register

#: So many letters, and so great a part of all, may be untagged without shutting anybody out: a page number, a stamp.
FEW_LETTERS, SMALL_PART = 30, 0.02
_MAY_BE_EMPTY = frozenset(("TD", "TH", "Lbl", "Form", "Annot", "Figure", "Formula", "Artifact", "NonStruct", "Private"))


@register
class ContentTagged:
    """All words are tagged or marked as decoration; untagged words are not read out at all."""

    rules = ("WM-PDF-CONTENT-TAGGED",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the pages of a tagged file with loose content: words block, lines and pictures warn."""
        letters, loose = 0, 0
        places: list[Location] = []
        for number in range(1, opened.pages_checked + 1) if opened.elements else ():
            pieces = [p for p in opened.contents.page(number) if p.area and not p.is_artifact]
            untagged = [p for p in pieces if not p.is_marked and (p.kind is not content.Kind.TEXT or p.text.strip())]
            letters += sum(len(p.text.strip()) for p in pieces)
            words = [p for p in untagged if p.text]
            loose += sum(len(p.text.strip()) for p in words)
            if untagged:
                places.append(Location(page=number, excerpt=joined(words), bbox=around(words or untagged)))
        if places:
            places.sort(key=lambda place: (not place.excerpt, place.page or 0))
            grave = loose > FEW_LETTERS and loose > SMALL_PART * letters
            severity = Severity.BLOCK if grave else Severity.WARN
            yield Finding("WM-PDF-CONTENT-TAGGED", tuple(places[:10]), len(places), severity)


@register
class EmptyTags:
    """A tag that holds nothing makes a screen reader stop for nothing."""

    rules = ("WM-PDF-EMPTY-TAG",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the tags without content, tags below or words of their own."""
        empty = [
            index
            for index, element in enumerate(opened.elements)
            if not element.has_content
            and not opened.children[index]
            and element.type not in _MAY_BE_EMPTY
            and not any(key in element.obj for key in ("/Alt", "/ActualText"))
        ]
        yield from gather("WM-PDF-EMPTY-TAG", [opened.place(index) for index in empty])


@register
class KnownNames:
    """Every tag has a name that programs know, or leads to one, and no standard name is given another meaning."""

    rules = ("WM-PDF-ROLE-MAP",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the tags whose names lead nowhere or astray. A name that is mapped to itself does no harm."""
        from accessibility.documents.pdf.ua.roles import known_names, remapped

        tree = opened.root.get("/StructTreeRoot")
        roles = tree.get("/RoleMap") if isinstance(tree, pikepdf.Dictionary) else None
        pairs = roles.items() if isinstance(roles, pikepdf.Dictionary) else ()
        harmless = {name_of(value) for key, value in pairs if str(key).lstrip("/") == name_of(value)}
        broken = [breach.place for breach in known_names(opened) if breach.ua1 in ("7.1-5", "7.1-6")]
        found = [place for place in broken if place.path.rpartition(" > ")[2] not in harmless]
        astray = [breach.place for breach in remapped(opened) if breach.ua1]
        yield from gather("WM-PDF-ROLE-MAP", found + astray)
