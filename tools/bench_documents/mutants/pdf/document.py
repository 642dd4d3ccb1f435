"""The whole file: title, language, tags, locks."""

import pikepdf
from pikepdf import Dictionary, Name

from tools.bench_documents.mutants.base import injects
from tools.bench_documents.pdf_file import PdfFile


def _set_title(file: PdfFile, words: str) -> bool:
    """Set the title in the metadata stream and in the information dictionary."""
    with file.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        had = bool(metadata.get("dc:title"))
        if words:
            metadata["dc:title"] = words
        elif had:
            del metadata["dc:title"]
    if "/Title" in file.pdf.docinfo:
        had = True
        del file.pdf.docinfo["/Title"]
    return had


@injects("pdf", "WM-PDF-TITLE")
def title_removed(file: PdfFile) -> bool:
    """No title at all."""
    return _set_title(file, "")


@injects("pdf", "WM-PDF-TITLE-POOR")
def title_is_the_program_s_own(file: PdfFile) -> bool:
    """What Word's printer driver writes."""
    return _set_title(file, "Microsoft Word - minutes_final.docx")


@injects("pdf", "WM-PDF-TITLE-SHOWN")
def title_not_shown(file: PdfFile) -> bool:
    """The window shows the file's name."""
    preferences = file.pdf.Root.get("/ViewerPreferences")
    if preferences is None or not preferences.get("/DisplayDocTitle", False):
        return False
    preferences.DisplayDocTitle = False
    return True


@injects("pdf", "WM-PDF-LANGUAGE")
def language_removed(file: PdfFile) -> bool:
    """No language of the document, nor of any tag."""
    had = "/Lang" in file.pdf.Root
    for thing in file.pdf.objects:
        if isinstance(thing, Dictionary) and "/Lang" in thing and "/S" in thing:
            del thing["/Lang"]
    if had:
        del file.pdf.Root["/Lang"]
    return had


@injects("pdf", "WM-PDF-LANGUAGE-CODE", "WM-PDF-LANGUAGE")
def language_is_no_code(file: PdfFile) -> bool:
    """A word where a code belongs."""
    if "/Lang" not in file.pdf.Root:
        return False
    file.pdf.Root.Lang = pikepdf.String("English (United Kingdom)")
    return True


@injects("pdf", "WM-PDF-TAGGED")
def tags_removed(file: PdfFile) -> bool:
    """No structure tree."""
    if "/StructTreeRoot" not in file.pdf.Root:
        return False
    del file.pdf.Root["/StructTreeRoot"]
    return True


@injects("pdf", "WM-PDF-TAGGED")
def not_said_to_be_tagged(file: PdfFile) -> bool:
    """The mark that the file is tagged says no."""
    mark = file.pdf.Root.get("/MarkInfo")
    if mark is None or not mark.get("/Marked", False):
        return False
    mark.Marked = False
    return True


@injects("pdf", "WM-PDF-ROLE-MAP")
def standard_type_remapped(file: PdfFile) -> bool:
    """Paragraphs said to be something else (Matterhorn 02-004)."""
    root = file.pdf.Root.get("/StructTreeRoot")
    if root is None or not any(file.tags("P")):
        return False
    if "/RoleMap" not in root:
        root.RoleMap = Dictionary()
    root.RoleMap.P = Name.Span
    return True


@injects("pdf", "WM-PDF-ROLE-MAP")
def type_not_mapped(file: PdfFile) -> bool:
    """A type that no standard knows and no map explains (Matterhorn 02-001)."""
    for tag in file.tags("P"):
        tag.S = Name.CouncilText
        return True
    return False


@injects("pdf", "WM-PDF-LOCKED")
def locked_against_reading_aloud(file: PdfFile) -> bool:
    """Encrypted so that assistive technology may not take the text out (Matterhorn 26-002)."""
    file.permissions = pikepdf.Permissions(accessibility=False, extract=False)
    return not file.pdf.is_encrypted
