"""Advice on Word, PowerPoint and Excel files."""

from accessibility.documents.advice.base import N_, Advice, L, P, W, X

_TITLE = N_("File > Info > Title: write what the document is about.")
_TITLE_L = N_("File > Properties > Description > Title: write what the document is about.")
_TITLES = {W: _TITLE, P: _TITLE, X: _TITLE, L: _TITLE_L}
_ALT = N_("Right-click the picture > View Alt Text. Say what it shows, or mark it as decorative.")
_ALT_L = N_("Right-click the picture > Alt Text. Say what it shows, or tick Decorative.")
_ALTS = {W: _ALT, P: _ALT, X: _ALT, L: _ALT_L}
_LANGUAGE = N_("Select all, then Review > Language > Set Proofing Language: choose English (United Kingdom).")
_LANGUAGE_L = N_("Tools > Language > For All Text: choose English (UK).")
_LINK = N_("Right-click the link > Edit Hyperlink > Text to display: write where it leads.")
_STYLES = N_("Select the line, then Home > Styles > Heading 1 to 3.")
_STYLES_L = N_("Select the line, then Styles > Heading 1 to 3.")

OFFICE = {
    "WM-OFFICE-TITLE": Advice(N_("The file has no title. People hear or see the title first."), _TITLES),
    "WM-OFFICE-TITLE-POOR": Advice(N_("The title “{title}” does not say what the document is about."), _TITLES),
    "WM-OFFICE-LANGUAGE": Advice(
        N_("The file does not say what language it is in. A screen reader may read it in the wrong voice."),
        {W: _LANGUAGE, P: _LANGUAGE, L: _LANGUAGE_L},
    ),
    "WM-OFFICE-ALT": Advice(N_("A picture has no words that say what it shows."), _ALTS),
    "WM-OFFICE-ALT-POOR": Advice(
        N_("The words for a picture are missing, are a file name, say only “image”, or are too long."), _ALTS
    ),
    "WM-OFFICE-ALT-ASK": Advice(N_("Do the words for each picture say what it is there for?"), _ALTS),
    "WM-OFFICE-LINK-TEXT": Advice(
        N_("The words of a link do not say where it leads."), {W: _LINK, P: _LINK, X: _LINK, L: _LINK}
    ),
    "WM-OFFICE-MERGED-CELLS": Advice(
        N_("A table has merged cells. Screen readers lose their way in it."),
        {
            W: N_("Table Layout > Split Cells, or make two simple tables."),
            X: N_("Home > Merge & Center > Unmerge Cells."),
            L: N_("Table > Split Cells, or make two simple tables."),
        },
    ),
    "WM-DOCX-HEADINGS": Advice(
        N_("The text has {words} words and no headings. People cannot jump to the part they need."),
        {W: _STYLES, L: _STYLES_L},
    ),
    "WM-DOCX-HEADING-ORDER": Advice(
        N_("A heading leaves out a level."),
        {W: N_("Choose the next level down in Home > Styles."), L: N_("Choose the next level down in Styles.")},
    ),
    "WM-DOCX-HEADING-EMPTY": Advice(
        N_("A heading has no words."), {W: N_("Delete the empty line."), L: N_("Delete the empty line.")}
    ),
    "WM-DOCX-FAKE-HEADING": Advice(N_("A line looks like a heading but is ordinary text."), {W: _STYLES, L: _STYLES_L}),
    "WM-DOCX-FAKE-LIST": Advice(
        N_("Bullets or numbers are typed by hand. A screen reader cannot tell that this is a list."),
        {
            W: N_("Select the lines, then Home > Bullets or Numbering."),
            L: N_("Select the lines, then Format > Bullets and Numbering."),
        },
    ),
    "WM-DOCX-TABLE-HEADER": Advice(
        N_("A table has no header row. A screen reader cannot say which column a cell belongs to."),
        {
            W: N_("Click in the first row, then Table Layout > Repeat Header Rows."),
            L: N_("Table > Properties > Text Flow > Repeat heading."),
        },
    ),
    "WM-DOCX-LINK-EMPTY": Advice(N_("A link has no words."), {W: _LINK, L: _LINK}),
    "WM-DOCX-FLOATING": Advice(
        N_("A picture or text box floats. It may be read at the wrong place."),
        {
            W: N_("Click it, then Layout Options > In Line with Text. Move text out of text boxes."),
            L: N_("Right-click it > Anchor > As Character. Move text out of frames."),
        },
    ),
    "WM-DOCX-PROTECTED": Advice(
        N_("The file is locked against changes. That can keep screen readers out."),
        {
            W: N_("Review > Restrict Editing > Stop Protection."),
            L: N_("Edit > Track Changes > Protect: switch it off."),
        },
    ),
    "WM-PPTX-SLIDE-TITLE": Advice(
        N_("A slide has no title."),
        {P: N_("Home > Layout: choose one with a title. Type the title in View > Outline View.")},
    ),
    "WM-PPTX-SLIDE-TITLE-SAME": Advice(
        N_("Slides share one title."), {P: N_("View > Outline View: give each slide a title of its own.")}
    ),
    "WM-PPTX-TABLE-HEADER": Advice(
        N_("A table has no header row."), {P: N_("Click in the table, then Table Design > Header Row.")}
    ),
    "WM-PPTX-MEDIA-ASK": Advice(
        N_("Does each film or sound have captions?"), {P: N_("Click it, then Playback > Insert Captions.")}
    ),
    "WM-XLSX-SHEET-NAME": Advice(
        N_("A sheet still has the name that the program gave it."), {X: N_("Double-click the tab and name it.")}
    ),
    "WM-XLSX-HEADER": Advice(
        N_("A sheet does not mark its header row."),
        {X: N_("Select the data, then Insert > Table > tick “My table has headers”.")},
        always=N_("Publish the data as CSV as well."),
    ),
    "WM-XLSX-HIDDEN-ASK": Advice(
        N_("A sheet is hidden. Should residents see it?"), {X: N_("Right-click a tab > Unhide, or delete the sheet.")}
    ),
}
