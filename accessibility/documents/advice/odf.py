"""Advice on OpenDocument files. They are mended in LibreOffice."""

from accessibility.documents.advice.base import N_, Advice, L

_TITLE = N_("File > Properties > Description > Title: write what the document is about.")
_ALT = N_("Right-click the picture > Alt Text. Say what it shows, or tick Decorative.")

ODF = {
    "WM-ODF-TITLE": Advice(N_("The file has no title. People hear or see the title first."), {L: _TITLE}),
    "WM-ODF-TITLE-POOR": Advice(N_("The title “{title}” does not say what the document is about."), {L: _TITLE}),
    "WM-ODF-LANGUAGE": Advice(
        N_("The file does not say what language it is in. A screen reader may read it in the wrong voice."),
        {L: N_("Tools > Language > For All Text: choose English (UK).")},
    ),
    "WM-ODF-HEADING-ORDER": Advice(
        N_("A heading leaves out a level."), {L: N_("Choose the next level down in Styles.")}
    ),
    "WM-ODF-ALT": Advice(N_("A picture has no words that say what it shows."), {L: _ALT}),
    "WM-ODF-ALT-POOR": Advice(
        N_("The words for a picture are a file name, say only “image”, or are too long."), {L: _ALT}
    ),
    "WM-ODF-TABLE-HEADER": Advice(
        N_("A table has no header row. A screen reader cannot say which column a cell belongs to."),
        {L: N_("Table > Properties > Text Flow > Repeat heading.")},
    ),
    "WM-ODF-MERGED-CELLS": Advice(
        N_("A table has merged cells. Screen readers lose their way in it."),
        {L: N_("Table > Split Cells, or make two simple tables.")},
    ),
    "WM-ODF-LINK-TEXT": Advice(
        N_("The words of a link do not say where it leads."),
        {L: N_("Right-click the link > Edit Hyperlink > Text: write where it leads.")},
    ),
    "WM-ODF-FAKE-LIST": Advice(
        N_("Bullets or numbers are typed by hand. A screen reader cannot tell that this is a list."),
        {L: N_("Select the lines, then Format > Bullets and Numbering.")},
    ),
}
