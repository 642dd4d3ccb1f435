"""Title and language of a PDF (WCAG 2.4.2, 3.1.1; techniques PDF16 and PDF18)."""

import pikepdf

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish
from accessibility.documents.mends.pdf.package import EditablePdf
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import a_language, a_title


@register
class PdfTitle(Everywhere):
    """Writes the title into the metadata (XMP ``dc:title``) and the older information, and shows it in the window."""

    id = "title"
    label = N_("Set this title")
    rules = ("WM-PDF-TITLE", "WM-PDF-TITLE-POOR", "WM-PDF-TITLE-VAGUE")
    kinds = (Kind.PDF,)
    asks = Asks.TITLE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - always a PDF
        """Return the file with the title that the author typed."""
        title = a_title(wish.text)
        with EditablePdf(data) as opened:
            try:
                with opened.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                    metadata["dc:title"] = title
                opened.pdf.docinfo["/Title"] = pikepdf.String(title)
            except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError) as error:
                raise Refused("damaged") from error
            changes = [Change(N_("The title is now “{title}”."), {"title": title})]
            changes += _show_title(opened)
            return Mended(opened.written(), tuple(changes))


@register
class PdfTitleShown(Everywhere):
    """Asks readers to show the title, not the name of the file, in the window's bar (PDF/UA 7.1)."""

    id = "show-title"
    label = N_("Show the title in the window")
    rules = ("WM-PDF-TITLE-SHOWN",)
    kinds = (Kind.PDF,)

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - there is nothing to choose
        """Return the file with the wish among its preferences."""
        with EditablePdf(data) as opened:
            changes = tuple(_show_title(opened))
            return Mended(opened.written(), changes)


@register
class PdfLanguage(Everywhere):
    """Writes ``/Lang`` of the catalogue."""

    id = "language"
    label = N_("Set this language")
    rules = ("WM-PDF-LANGUAGE", "WM-PDF-LANGUAGE-WRONG")
    kinds = (Kind.PDF,)
    asks = Asks.LANGUAGE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:  # noqa: ARG002 - always a PDF
        """Return the file with the language that the author chose."""
        language = a_language(wish.text)
        with EditablePdf(data) as opened:
            opened.root.Lang = pikepdf.String(language)
            said = N_("The language of the file is now {language}.")
            return Mended(opened.written(), (Change(said, {"language": language}),))


def _show_title(opened: EditablePdf) -> list[Change]:
    """Set the preference, and return what changed."""
    preferences = opened.root.get("/ViewerPreferences")
    if not isinstance(preferences, pikepdf.Dictionary):
        preferences = opened.root.ViewerPreferences = pikepdf.Dictionary()
    if preferences.get("/DisplayDocTitle", False) is True:
        return []
    preferences["/DisplayDocTitle"] = True
    return [Change(N_("The window now shows the title instead of the name of the file."))]
