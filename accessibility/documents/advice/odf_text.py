"""Advice on the text of OpenDocument files. They are mended in LibreOffice."""

from accessibility.documents.advice.base import N_, Advice, L

_LEVEL = N_("Choose the right level in Styles > Heading 1 to 3.")
_LINK = N_("Right-click the link > Edit Hyperlink > Text: write where it leads.")
_COLOUR = N_("Select the text, then Format > Character > Font Effects: choose Automatic or a darker colour.")
_NOTE = N_("Insert > Footnote and Endnote.")
_SPACE = N_("Delete them. Use Paragraph > Indents & Spacing, or Insert > Page Break.")
_TABSTOP = N_("Use one tab stop (Format > Paragraph > Tabs), or a table.")
_FORM = N_("Make it an online form.")

ODF_TEXT = {
    "WM-ODF-HEADINGS": Advice(
        N_("The text has {words} words and no headings. People cannot jump to the part they need."), {L: _LEVEL}
    ),
    "WM-ODF-HEADING-ORDER": Advice(N_("A heading leaves out a level."), {L: _LEVEL}),
    "WM-ODF-HEADING-JUMP": Advice(N_("The style of a heading leaves out a level."), {L: _LEVEL}),
    "WM-ODF-HEADING-START": Advice(N_("The first heading does not have the first level."), {L: _LEVEL}),
    "WM-ODF-HEADING-IN-TABLE": Advice(
        N_("A heading stands in a table."), {L: N_("Move the heading out of the table, in front of it.")}
    ),
    "WM-ODF-HEADING-EMPTY": Advice(N_("A heading has no words."), {L: N_("Delete the empty line.")}),
    "WM-ODF-FAKE-HEADING": Advice(N_("A line looks like a heading but is ordinary text."), {L: _LEVEL}),
    "WM-ODF-CONTENTS": Advice(
        N_("The document is long ({words} words) and has no table of contents."),
        {L: N_("Insert > Table of Contents and Index > Table of Contents.")},
    ),
    "WM-ODF-LINK-ADDRESS": Advice(N_("The words of a link are its address."), {L: _LINK}),
    "WM-ODF-LINK-SHORT": Advice(N_("The words of a link are too short to say where it leads."), {L: _LINK}),
    "WM-ODF-LINK-NAME": Advice(
        N_("A link has no name."), {L: N_("Right-click the link > Edit Hyperlink > Name: write where it leads.")}
    ),
    "WM-ODF-LINK-TEXT": Advice(N_("The words of a link do not say where it leads."), {L: _LINK}),
    "WM-ODF-LINK-EMPTY": Advice(N_("A link has no words."), {L: _LINK}),
    "WM-ODF-CONTRAST": Advice(N_("Some text is hard to see against what is behind it."), {L: _COLOUR}),
    "WM-ODF-BLINKING": Advice(
        N_("Some text blinks. That can distract people or make them ill."),
        {L: N_("Select the text, then Format > Character > Font Effects: clear Blinking.")},
    ),
    "WM-ODF-BACKGROUND": Advice(
        N_("A picture lies behind the text of the pages."), {L: N_("Format > Page Style > Area: choose None.")}
    ),
    "WM-ODF-FAKE-LIST": Advice(
        N_("Numbers are typed by hand. A screen reader cannot tell that this is a list."),
        {L: N_("Select the lines, then Format > Bullets and Numbering.")},
    ),
    "WM-ODF-FAKE-BULLETS": Advice(
        N_("Bullets are typed by hand. A screen reader cannot tell that this is a list."),
        {L: N_("Select the lines, then Format > Bullets and Numbering.")},
    ),
    "WM-ODF-EMPTY-ITEM": Advice(N_("An item of a list has no words."), {L: N_("Delete the empty item.")}),
    "WM-ODF-FAKE-NOTE": Advice(N_("The sign of a note is typed by hand. It leads nowhere."), {L: _NOTE}),
    "WM-ODF-FAKE-CAPTION": Advice(
        N_("A caption is typed by hand."), {L: N_("Click the picture, then Insert > Caption.")}
    ),
    "WM-ODF-FOOTNOTES": Advice(
        N_("The text has footnotes. They make a listener jump about."),
        {L: N_("Put what matters into the text itself.")},
    ),
    "WM-ODF-ENDNOTES": Advice(
        N_("The text has endnotes. They make a listener jump about."), {L: N_("Put what matters into the text itself.")}
    ),
    "WM-ODF-TABS": Advice(N_("Rows of tabs make columns. They are read as one line."), {L: _TABSTOP}),
    "WM-ODF-SPACES": Advice(N_("Several spaces stand in a row, to make room."), {L: _TABSTOP}),
    "WM-ODF-EMPTY-LINES": Advice(N_("Empty lines make space. A screen reader says “blank” for each."), {L: _SPACE}),
    "WM-ODF-DIRECT-FORMAT": Advice(
        N_("Some text has a look of its own. If the look means something, nobody hears it."),
        {L: N_("Use styles. Format > Clear Direct Formatting takes the look away.")},
    ),
    "WM-ODF-FLOATING": Advice(
        N_("Words stand in a box that floats. They may be read at the wrong place."),
        {L: N_("Right-click it > Anchor > As Character, or move the words into the text.")},
    ),
    "WM-ODF-CONTROL": Advice(
        N_("A field to fill in has no name, or stands in a header or footer."),
        {L: N_("Click it, then Form > Content Control Properties > Title.")},
        always=_FORM,
    ),
    "WM-ODF-FORM": Advice(N_("Lines to write on are typed as text. Nobody can fill them in on a screen."), {L: _FORM}),
    "WM-ODF-FORM-ASK": Advice(
        N_("The file has {places} places to fill in. Can everybody fill it in, or is the same form online?"), {L: _FORM}
    ),
}
