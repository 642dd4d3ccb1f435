"""Advice on what Word, PowerPoint and Excel files have in common."""

from accessibility.documents.advice.base import N_, Advice, L, P, W, X

_TITLE = N_("File > Info > Title: write what the document is about.")
_TITLE_L = N_("File > Properties > Description > Title: write what the document is about.")
_TITLES = {W: _TITLE, P: _TITLE, X: _TITLE, L: _TITLE_L}
_ALT = N_("Right-click the picture > View Alt Text. Say what it shows, or mark it as decorative.")
_ALT_L = N_("Right-click the picture > Alt Text. Say what it shows, or tick Decorative.")
_ALTS = {W: _ALT, P: _ALT, X: _ALT, L: _ALT_L}
_LANGUAGE = N_("Select all, then Review > Language > Set Proofing Language: choose English (United Kingdom).")
_LANGUAGE_L = N_("Tools > Language > For All Text: choose English (UK).")
_PART = N_("Select the words, then Review > Language > Set Proofing Language: choose their language.")
_PART_L = N_("Select the words, then Tools > Language > For Selection: choose their language.")
_LINK = N_("Right-click the link > Edit Hyperlink > Text to display: write where it leads.")
_PLAIN = N_("Use short sentences and everyday words. Review > Editor shows long sentences.")

OFFICE = {
    "WM-OFFICE-TITLE": Advice(N_("The file has no title. People hear or see the title first."), _TITLES),
    "WM-OFFICE-TITLE-POOR": Advice(N_("The title “{title}” does not say what the document is about."), _TITLES),
    "WM-OFFICE-TITLE-VAGUE": Advice(
        N_("The title “{title}” would fit many documents. Say which one this is."), _TITLES
    ),
    "WM-OFFICE-LANGUAGE": Advice(
        N_("The file does not say what language it is in. A screen reader may read it in the wrong voice."),
        {W: _LANGUAGE, P: _LANGUAGE, L: _LANGUAGE_L},
    ),
    "WM-OFFICE-LANGUAGE-WRONG": Advice(
        N_("The file says its language is “{language}”, but the text looks like “{guess}”."),
        {W: _LANGUAGE, P: _LANGUAGE, L: _LANGUAGE_L},
    ),
    "WM-OFFICE-LANGUAGE-PART": Advice(
        N_("Some words look like another language than the one they are marked with."),
        {W: _PART, P: _PART, L: _PART_L},
    ),
    "WM-OFFICE-ALT": Advice(N_("A picture has no words that say what it shows."), _ALTS),
    "WM-OFFICE-ALT-SHAPE": Advice(
        N_("A shape or line has no words. Say what it means, or mark it as decorative."), _ALTS
    ),
    "WM-OFFICE-ALT-POOR": Advice(
        N_("The words for a picture are a file name, say only “image”, repeat the caption, or are too long."), _ALTS
    ),
    "WM-OFFICE-ALT-ASK": Advice(N_("Do the words for each picture say what it is there for?"), _ALTS),
    "WM-OFFICE-LINK-TEXT": Advice(
        N_("The words of a link do not say where it leads."), {W: _LINK, P: _LINK, X: _LINK, L: _LINK}
    ),
    "WM-OFFICE-CONTRAST": Advice(
        N_("Some text is hard to see against what is behind it."),
        {
            W: N_("Select the text, then Home > Font Color > Automatic, or choose a darker colour."),
            P: N_("Select the text, then Shape Format > Text Fill: choose a darker or lighter colour."),
            X: N_("Select the cells, then Home > Font Color: choose a darker colour, or Fill Color > No Fill."),
            L: N_("Select the text, then Format > Character > Font Effects: choose Automatic or a darker colour."),
        },
    ),
    "WM-OFFICE-COLOUR-ASK": Advice(
        N_("Some words have a colour of their own. Is what the colour means also said in words?"),
        {W: N_("Say it in words too, or add a sign."), L: N_("Say it in words too, or add a sign.")},
    ),
    "WM-OFFICE-MERGED-CELLS": Advice(
        N_("A table has merged cells. Screen readers lose their way in it."),
        {
            W: N_("Table Layout > Split Cells, or make two simple tables."),
            P: N_("Table Layout > Split Cells, or make two simple tables."),
            X: N_("Home > Merge & Center > Unmerge Cells."),
            L: N_("Table > Split Cells, or make two simple tables."),
        },
    ),
    "WM-OFFICE-FORM-ASK": Advice(
        N_("The file has {places} places to fill in. Can everybody fill it in, or is the same form online?"),
        {W: N_("Ask your web team to make it an online form. Many people cannot fill in a document.")},
    ),
    "WM-OFFICE-READING": Advice(
        N_("Readers need to be about {age} years old to follow the text. Aim for 9 to 11."),
        {W: _PLAIN, P: _PLAIN, L: N_("Use short sentences and everyday words.")},
    ),
    "WM-OFFICE-LENGTH": Advice(
        N_("The text has {words} words. Few people read so much in a file."),
        {W: N_("Publish it as web pages with a list of contents, or as a summary and the full text.")},
    ),
}
