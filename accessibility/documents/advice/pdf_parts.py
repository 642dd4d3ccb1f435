"""Advice on pictures, tables, links and forms in a PDF."""

from accessibility.documents.advice.base import N_, A, Advice, L, W

_ALT_W = N_("Right-click the picture > View Alt Text. Say what it shows, or mark it as decorative. Then export again.")
_ALT_L = N_("Right-click the picture > Alt Text. Say what it shows, or tick Decorative. Then export again.")
_ALT_A = N_("Accessibility > Set Alternate Text. Say what it shows, or tick Decorative figure.")
_TABLE_W = N_("Click in the first row, then Table Layout > Repeat Header Rows. Then export again.")
_TABLE_L = N_("Table > Properties > Text Flow > Repeat heading. Then export again.")
_TABLE_A = N_("Reading Order > Table Editor: mark the header cells and set their scope.")
_LINK_W = N_("Insert > Link: write in “Text to display” where it leads. Then export again.")
_LINK_L = N_("Right-click the link > Edit Hyperlink > Text: write where it leads. Then export again.")
_EXPORT_TAGS = N_("Save as PDF, choose Options and tick “Document structure tags for accessibility”.")
_EXPORT_UA = N_("File > Export as PDF > tick “Universal Accessibility (PDF/UA)”.")
_FORM = N_("Best of all: make it an online form.")
_FIELD = N_("Prepare Form > double-click the field > Tooltip: say what to fill in.")

PDF_PARTS = {
    "WM-PDF-FIGURE-ALT": Advice(
        N_("A picture has no words that say what it shows."), {W: _ALT_W, L: _ALT_L, A: _ALT_A}
    ),
    "WM-PDF-FIGURE-ALT-POOR": Advice(
        N_("The words for a picture are a file name, say only “image”, or are too long."),
        {W: _ALT_W, L: _ALT_L, A: _ALT_A},
    ),
    "WM-PDF-FIGURE-ASK": Advice(
        N_("Do the words for each picture say what it is there for?"), {W: _ALT_W, L: _ALT_L, A: _ALT_A}
    ),
    "WM-PDF-FORMULA-ALT": Advice(
        N_("A formula is not said in words."),
        {
            W: N_("Write the formula in words beside it, or make it a picture with alt text. Then export again."),
            L: N_("Right-click the formula > Alt Text: write it in words. Then export again."),
            A: N_("Tags panel: open the formula's properties and write it in words as Alternate Text."),
        },
    ),
    "WM-PDF-IMAGE-ONLY": Advice(
        N_("A page is only a picture of text. A screen reader finds nothing to read."),
        {
            W: N_("Open the PDF with File > Open. Correct the words and headings, then export again."),
            L: N_("Type the words into a new text with headings, then export it."),
            A: N_("Scan & OCR > Recognise Text. Then tag the file and read it through."),
        },
        always=N_("Publish the original file if you have it."),
    ),
    "WM-PDF-MEDIA": Advice(
        N_("Sound or film in the file has no words that stand for it."),
        {
            W: N_("Put the film on a web page and a link in the file. Then export again."),
            L: N_("Put the film on a web page and a link in the file. Then export again."),
            A: _ALT_A,
        },
    ),
    "WM-PDF-TABLE-HEADER": Advice(
        N_("A table has no header cells. A screen reader cannot say which column a number belongs to."),
        {W: _TABLE_W, L: _TABLE_L, A: _TABLE_A},
    ),
    "WM-PDF-TABLE-SCOPE": Advice(
        N_("A table does not say which header belongs to which cell."), {W: _TABLE_W, L: _TABLE_L, A: _TABLE_A}
    ),
    "WM-PDF-TABLE-STRUCTURE": Advice(
        N_("A table is not regular: rows differ in length, or parts stand in the wrong place."),
        {
            W: N_("Split merged cells, or make two simple tables. Then export again."),
            L: N_("Table > Split Cells, or make two simple tables. Then export again."),
            A: N_("Tags panel: put each row, header and cell in its place."),
        },
    ),
    "WM-PDF-LIST-STRUCTURE": Advice(
        N_("A list is not built from list items."),
        {
            W: N_("Select the lines, then Home > Bullets or Numbering. Then export again."),
            L: N_("Select the lines, then Format > Bullets and Numbering. Then export again."),
            A: N_("Tags panel: put each item in a list item tag."),
        },
    ),
    "WM-PDF-TOC-STRUCTURE": Advice(
        N_("The table of contents is not built from its own tags."),
        {
            A: N_("Tags panel: put each entry in a TOCI tag, and all of them in a TOC tag."),
            W: N_("References > Table of Contents. Then export again."),
            L: N_("Insert > Table of Contents. Then export again."),
        },
    ),
    "WM-PDF-NOTE": Advice(
        N_("A footnote has no number of its own for programs."),
        {
            A: N_("Tags panel: open the properties of each Note tag and give it an ID of its own."),
            W: N_("References > Insert Footnote. Then export again."),
            L: N_("Insert > Footnote. Then export again."),
        },
    ),
    "WM-PDF-LINK-TAG": Advice(
        N_("A link is not tagged as a link. People who use a keyboard or a screen reader cannot reach it."),
        {W: _LINK_W, L: _LINK_L, A: N_("Accessibility > Autotag, or Tags > Find > Unmarked Links.")},
    ),
    "WM-PDF-LINK-TEXT": Advice(
        N_("The words of a link do not say where it leads."), {W: _LINK_W, L: _LINK_L, A: _LINK_W}
    ),
    "WM-PDF-LINK-CONTENTS": Advice(
        N_("A link has no description of its own for screen readers."),
        {A: N_("Tags panel: open the link's properties and write its Alternate Text."), L: _LINK_L},
    ),
    "WM-PDF-ANNOTATION": Advice(
        N_("A comment or mark on the page is not described or tagged."),
        {
            W: N_("Review > Delete all comments. Then export again."),
            L: N_("Edit > Comments > Delete All Comments. Then export again."),
            A: N_("Delete the comment, or describe it in its properties."),
        },
    ),
    "WM-PDF-TAB-ORDER": Advice(
        N_("The Tab key may not follow the order of the page."),
        {
            W: _EXPORT_TAGS,
            L: _EXPORT_UA,
            A: N_("Page Thumbnails > all pages > Page Properties > Tab Order > Use Document Structure."),
        },
    ),
    "WM-PDF-FIELD-NAME": Advice(
        N_("A form field has no name."),
        {
            W: N_("Developer > Properties > Title: say what to fill in. Then export again."),
            L: N_("Right-click the control > Control Properties > Help text: say what to fill in. Then export again."),
            A: _FIELD,
        },
        always=_FORM,
    ),
    "WM-PDF-FIELD-TAG": Advice(
        N_("A form field is not tagged as one."),
        {W: _EXPORT_TAGS, L: _EXPORT_UA, A: N_("Accessibility > Autotag Form Fields.")},
        always=_FORM,
    ),
    "WM-PDF-XFA": Advice(
        N_("The form is of a kind that most programs and phones cannot open."),
        {
            W: N_("Make a plain form again from the original file. Then export it."),
            L: N_("Make a plain form again from the original file. Then export it."),
            A: N_("Print it to a plain PDF form."),
        },
        always=_FORM,
    ),
}
