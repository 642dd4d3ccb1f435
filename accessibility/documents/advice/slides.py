"""Advice on PowerPoint and Excel files."""

from accessibility.documents.advice.base import N_, Advice, P, X

_DATA = N_("Publish the data as CSV or ODS as well.")

SLIDES_AND_SHEETS = {
    "WM-PPTX-SLIDE-TITLE": Advice(
        N_("A slide has no title."),
        {P: N_("Home > Layout: choose one with a title. Type the title in View > Outline View.")},
    ),
    "WM-PPTX-SLIDE-TITLE-SAME": Advice(
        N_("Slides share one title."), {P: N_("View > Outline View: give each slide a title of its own.")}
    ),
    "WM-PPTX-ORDER": Advice(
        N_("A slide may be read in another order than it is seen."),
        {P: N_("Review > Check Accessibility > Reading Order Pane: put the title first, then go down the slide.")},
    ),
    "WM-PPTX-TABLE-HEADER": Advice(
        N_("A table has no header row."), {P: N_("Click in the table, then Table Design > Header Row.")}
    ),
    "WM-PPTX-MEDIA-ASK": Advice(
        N_("Does each film or sound have captions?"), {P: N_("Click it, then Playback > Insert Captions.")}
    ),
    "WM-PPTX-ADVANCE": Advice(
        N_("A slide moves on by itself. Some readers need more time."),
        {P: N_("Transitions > Advance Slide: clear “After”.")},
    ),
    "WM-XLSX-SHEET-NAME": Advice(
        N_("A sheet still has the name that the program gave it."), {X: N_("Double-click the tab and name it.")}
    ),
    "WM-XLSX-SHEET-EMPTY": Advice(N_("A sheet is empty."), {X: N_("Right-click the tab > Delete.")}),
    "WM-XLSX-HEADER": Advice(
        N_("A sheet does not mark its header row."),
        {X: N_("Select the data, then Insert > Table > tick “My table has headers”.")},
        always=_DATA,
    ),
    "WM-XLSX-HIDDEN-ASK": Advice(
        N_("Sheets, rows or columns are hidden. Can residents do without them?"),
        {X: N_("Home > Format > Hide & Unhide, or delete them.")},
    ),
    "WM-XLSX-RED-NEGATIVE": Advice(
        N_("Red alone shows which numbers are below zero."),
        {X: N_("Home > Number Format > More: choose a format with a minus sign.")},
    ),
}
