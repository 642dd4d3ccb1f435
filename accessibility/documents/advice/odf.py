"""Advice on OpenDocument files as a whole, their pictures and their tables. They are mended in LibreOffice."""

from accessibility.documents.advice.base import N_, Advice, L

_TITLE = N_("File > Properties > Description > Title: write what the document is about.")
_ALT = N_("Right-click the picture > Alt Text. Say what it shows, or tick Decorative.")
_PLAIN = N_("Use short sentences and everyday words.")
_RENAME = N_("Double-click the tab and name it.")

ODF = {
    "WM-ODF-TITLE": Advice(N_("The file has no title. People hear or see the title first."), {L: _TITLE}),
    "WM-ODF-TITLE-POOR": Advice(N_("The title “{title}” does not say what the document is about."), {L: _TITLE}),
    "WM-ODF-TITLE-VAGUE": Advice(
        N_("The title “{title}” would fit many documents. Say which one this is."), {L: _TITLE}
    ),
    "WM-ODF-LANGUAGE": Advice(
        N_("The file does not say what language it is in. A screen reader may read it in the wrong voice."),
        {L: N_("Tools > Language > For All Text: choose English (UK).")},
    ),
    "WM-ODF-LANGUAGE-STYLE": Advice(
        N_("A paragraph style has no language."),
        {L: N_("Styles > Edit Style > Font > Language: choose English (UK).")},
    ),
    "WM-ODF-LANGUAGE-PART": Advice(
        N_("Some words look like another language than the one they are marked with."),
        {L: N_("Select the words, then Tools > Language > For Selection: choose their language.")},
    ),
    "WM-ODF-ALT": Advice(N_("A picture has no words that say what it shows."), {L: _ALT}),
    "WM-ODF-ALT-SHAPE": Advice(
        N_("A shape, group or control has no words. Say what it means, or mark it as decorative."), {L: _ALT}
    ),
    "WM-ODF-ALT-OBJECT": Advice(N_("A chart or other object has no words that say what it shows."), {L: _ALT}),
    "WM-ODF-ALT-POOR": Advice(
        N_("The words for a picture are a file name, say only “image”, or are too long."), {L: _ALT}
    ),
    "WM-ODF-ALT-ASK": Advice(N_("Do the words for each picture say what it is there for?"), {L: _ALT}),
    "WM-ODF-LINKED-PICTURE": Advice(
        N_("A picture is not in the file but somewhere else. Readers may not see it."),
        {L: N_("Edit > External Links > Break Link, or insert the picture again without “Link”.")},
    ),
    "WM-ODF-FONTWORK": Advice(
        N_("Words are drawn as a picture (Fontwork). A screen reader cannot read them."),
        {L: N_("Delete it and type the words as text.")},
    ),
    "WM-ODF-TABLE-HEADER": Advice(
        N_("A table has no header row. A screen reader cannot say which column a cell belongs to."),
        {L: N_("Table > Properties > Text Flow > Repeat heading.")},
    ),
    "WM-ODF-MERGED-CELLS": Advice(
        N_("A table has merged or split cells. Screen readers lose their way in it."),
        {L: N_("Table > Split Cells, or make two simple tables.")},
    ),
    "WM-ODF-TABLE-LAYOUT": Advice(
        N_("A table is mostly empty. It seems to be there for the layout."),
        {L: N_("Use text with spacing, or columns (Format > Columns).")},
    ),
    "WM-ODF-READING": Advice(
        N_("Readers need to be about {age} years old to follow the text. Aim for 9 to 11."), {L: _PLAIN}
    ),
    "WM-ODF-LENGTH": Advice(
        N_("The text has {words} words. Few people read so much in a file."),
        {L: N_("Publish it as web pages with a list of contents, or as a summary and the full text.")},
    ),
    "WM-ODP-SLIDE-TITLE": Advice(
        N_("A slide has no title."), {L: N_("Choose a layout with a title, and type the title in View > Outline.")}
    ),
    "WM-ODP-SLIDE-TITLE-SAME": Advice(
        N_("Slides share one title."), {L: N_("View > Outline: give each slide a title of its own.")}
    ),
    "WM-ODP-ADVANCE": Advice(
        N_("A slide moves on by itself. Some readers need more time."),
        {L: N_("Slide > Slide Transition > Advance Slide: choose On mouse click.")},
    ),
    "WM-ODP-MEDIA-ASK": Advice(
        N_("Does each film or sound have captions?"),
        {L: N_("Put the film on a web page with captions, and link to it.")},
    ),
    "WM-ODS-SHEET-NAME": Advice(N_("A sheet still has the name that the program gave it."), {L: _RENAME}),
    "WM-ODS-SHEET-EMPTY": Advice(N_("A sheet is empty."), {L: N_("Right-click the tab > Delete Sheet.")}),
    "WM-ODS-HEADER": Advice(
        N_("A sheet does not mark its header row."),
        {L: N_("Format > Print Ranges > Edit > Rows to Repeat, or Data > Define Range > Contains column labels.")},
        always=N_("Publish the data as CSV as well."),
    ),
    "WM-ODS-HIDDEN-ASK": Advice(
        N_("Sheets, rows or columns are hidden. Can residents do without them?"),
        {L: N_("Show them again, or delete them.")},
    ),
}
