"""Advice on Word files."""

from accessibility.documents.advice.base import N_, Advice, L, W

_LINK = N_("Right-click the link > Edit Hyperlink > Text to display: write where it leads.")
_STYLES = N_("Select the line, then Home > Styles > Heading 1 to 3.")
_STYLES_L = N_("Select the line, then Styles > Heading 1 to 3.")
_NEXT = N_("Choose the next level down in Home > Styles.")
_NEXT_L = N_("Choose the next level down in Styles.")
_DELETE = N_("Delete the empty line.")
_FLOAT = N_("Click it, then Layout Options > In Line with Text.")
_FLOAT_L = N_("Right-click it > Anchor > As Character.")
_BOX = N_("Move the words into the body of the text, then delete the box.")
_ONLINE = N_("Better: make it an online form.")

WORD = {
    "WM-DOCX-HEADINGS": Advice(
        N_("The text has {words} words and no headings. People cannot jump to the part they need."),
        {W: _STYLES, L: _STYLES_L},
    ),
    "WM-DOCX-HEADING-ORDER": Advice(N_("A heading leaves out a level."), {W: _NEXT, L: _NEXT_L}),
    "WM-DOCX-HEADING-START": Advice(
        N_("The first heading has level {level}. Start with Heading 1."), {W: _STYLES, L: _STYLES_L}
    ),
    "WM-DOCX-HEADING-EMPTY": Advice(N_("A heading has no words."), {W: _DELETE, L: _DELETE}),
    "WM-DOCX-FAKE-HEADING": Advice(N_("A line looks like a heading but is ordinary text."), {W: _STYLES, L: _STYLES_L}),
    "WM-DOCX-FAKE-LIST": Advice(
        N_("Bullets or numbers are typed by hand. A screen reader cannot tell that this is a list."),
        {
            W: N_("Select the lines, then Home > Bullets or Numbering."),
            L: N_("Select the lines, then Format > Bullets and Numbering."),
        },
    ),
    "WM-DOCX-FAKE-CAPTION": Advice(
        N_("A caption is typed by hand."),
        {
            W: N_("Click the picture or table, then References > Insert Caption."),
            L: N_("Click the picture or table, then Insert > Caption."),
        },
    ),
    "WM-DOCX-FAKE-NOTE": Advice(
        N_("The number of a note is typed by hand. It leads nowhere."),
        {W: N_("References > Insert Footnote."), L: N_("Insert > Footnote and Endnote.")},
    ),
    "WM-DOCX-TABLE-HEADER": Advice(
        N_("A table has no header row. A screen reader cannot say which column a cell belongs to."),
        {
            W: N_("Click in the first row, then Table Layout > Repeat Header Rows."),
            L: N_("Table > Properties > Text Flow > Repeat heading."),
        },
    ),
    "WM-DOCX-TABLE-NESTED": Advice(
        N_("A table stands inside another one."),
        {W: N_("Make two simple tables, one after the other."), L: N_("Make two simple tables, one after the other.")},
    ),
    "WM-DOCX-TABLE-BLANK": Advice(
        N_("A table has a blank row or column in the middle. A listener takes it for the end."),
        {
            W: N_("Table Layout > Delete the blank row. Use Paragraph > Spacing for space."),
            L: N_("Table > Delete > Rows. Use Paragraph > Indents & Spacing for space."),
        },
    ),
    "WM-DOCX-LINK-EMPTY": Advice(N_("A link has no words."), {W: _LINK, L: _LINK}),
    "WM-DOCX-FLOATING": Advice(
        N_("A picture or shape floats. It may be read at the wrong place."), {W: _FLOAT, L: _FLOAT_L}
    ),
    "WM-DOCX-TEXT-BOX": Advice(N_("Words stand in a text box. Some programs never read them."), {W: _BOX, L: _BOX}),
    "WM-DOCX-EMPTY-LINES": Advice(
        N_("Empty lines make space. A screen reader says “blank” for each."),
        {
            W: N_("Delete them. Use Home > Paragraph > Spacing, or Insert > Page Break."),
            L: N_("Delete them. Use Paragraph > Indents & Spacing, or Insert > Page Break."),
        },
    ),
    "WM-DOCX-SPACES": Advice(
        N_("Rows of spaces or tabs make columns. They are read as one line."),
        {
            W: N_("Use one tab stop (Home > Paragraph > Tabs), or a table."),
            L: N_("Use one tab stop (Format > Paragraph > Tabs), or a table."),
        },
    ),
    "WM-DOCX-WATERMARK": Advice(
        N_("A watermark lies behind the text. It makes the text hard to see, and nobody hears it."),
        {W: N_("Design > Watermark > Remove Watermark."), L: N_("Format > Watermark: clear the text.")},
    ),
    "WM-DOCX-CONTENTS": Advice(
        N_("The document is long ({words} words) and has no table of contents."),
        {
            W: N_("References > Table of Contents."),
            L: N_("Insert > Table of Contents and Index > Table of Contents."),
        },
    ),
    "WM-DOCX-CONTROL": Advice(
        N_("A field to fill in has no name. A screen reader cannot say what belongs in it."),
        {
            W: N_("Click it, then Developer > Properties > Title."),
            L: N_("Click it, then Form > Content Control Properties > Title."),
        },
        always=_ONLINE,
    ),
    "WM-DOCX-LEGACY-FIELD": Advice(
        N_("An old form field has no name that a screen reader finds."),
        {W: N_("Replace it: Developer > Controls, then Properties > Title.")},
        always=_ONLINE,
    ),
    "WM-DOCX-PROTECTED": Advice(
        N_("The file is locked against changes. That can keep screen readers out."),
        {
            W: N_("Review > Restrict Editing > Stop Protection."),
            L: N_("Edit > Track Changes > Protect: switch it off."),
        },
    ),
    "WM-DOCX-MEDIA-ASK": Advice(
        N_("Does each film have captions?"),
        {W: N_("Put the film on a web page with captions, and link to it.")},
    ),
}
