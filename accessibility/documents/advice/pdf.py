"""Advice on a PDF as a whole."""

from accessibility.documents.advice.base import N_, A, Advice, L, W

_EXPORT = N_("Save as PDF, choose Options and tick “Document structure tags for accessibility”.")
_EXPORT_LO = N_("File > Export as PDF > tick “Universal Accessibility (PDF/UA)”.")
_STYLES = N_("Select each heading and choose Home > Styles > Heading 1 to 3. Then export again.")
_STYLES_LO = N_("Select each heading and choose Styles > Heading 1 to 3. Then export again.")

PDF = {
    "WM-PDF-TAGGED": Advice(
        N_("The file has no tags. A screen reader cannot tell headings, lists or the order of the text."),
        {
            W: _EXPORT,
            L: _EXPORT_LO,
            A: N_("Accessibility > Autotag Document. Then check the result with a screen reader."),
        },
    ),
    "WM-PDF-CONTENT-TAGGED": Advice(
        N_("Some of the page is neither tagged nor marked as decoration."),
        {W: _EXPORT, L: _EXPORT_LO, A: N_("Accessibility > Reading Order. Mark decoration as Background/Artifact.")},
    ),
    "WM-PDF-ROLE-MAP": Advice(
        N_("Some tags have names that no screen reader knows."),
        {A: N_("Tags > Edit Role Map. Map each name to a standard tag."), W: _EXPORT, L: _EXPORT_LO},
    ),
    "WM-PDF-LANGUAGE": Advice(
        N_("The file does not say what language it is in. A screen reader may read it in the wrong voice."),
        {
            W: N_("Review > Language > Set Proofing Language. Then export again."),
            L: N_("Tools > Language > For All Text. Then export again."),
            A: N_("File > Properties > Advanced > Language: choose English UK."),
        },
    ),
    "WM-PDF-LANGUAGE-CODE": Advice(
        N_("A language in the file is not written as a proper code, such as en-GB."),
        {
            W: N_("Review > Language > Set Proofing Language. Then export again."),
            L: N_("Tools > Language > For All Text. Then export again."),
            A: N_("File > Properties > Advanced > Language: choose a language from the list."),
        },
    ),
    "WM-PDF-LANGUAGE-PART": Advice(
        N_("Bookmarks, descriptions or other parts have no language."),
        {
            W: N_("Select the words, then Review > Language > Set Proofing Language. Then export again."),
            L: N_("Select the words, then Tools > Language > For Selection. Then export again."),
            A: N_("File > Properties > Advanced > Language: choose English UK."),
        },
    ),
    "WM-PDF-TITLE": Advice(
        N_("The file has no title. People hear or see the title first, in a tab or a list."),
        {
            W: N_("File > Info > Title: write what the document is about. Then export again."),
            L: N_("File > Properties > Description > Title. Then export again."),
            A: N_("File > Properties > Description > Title."),
        },
    ),
    "WM-PDF-TITLE-POOR": Advice(
        N_("The title “{title}” does not say what the document is about."),
        {
            W: N_("File > Info > Title: write what the document is about. Then export again."),
            L: N_("File > Properties > Description > Title. Then export again."),
            A: N_("File > Properties > Description > Title."),
        },
    ),
    "WM-PDF-TITLE-VAGUE": Advice(
        N_("The title “{title}” would fit many documents. Say which one this is."),
        {
            W: N_("File > Info > Title: write what the document is about. Then export again."),
            L: N_("File > Properties > Description > Title. Then export again."),
            A: N_("File > Properties > Description > Title."),
        },
    ),
    "WM-PDF-TITLE-SHOWN": Advice(
        N_("The window shows the file's name in place of its title."),
        {
            W: _EXPORT,
            L: N_("Export as PDF > User Interface > tick “Display document title”."),
            A: N_("File > Properties > Initial View > Show: Document Title."),
        },
    ),
    "WM-PDF-HEADINGS-NONE": Advice(
        N_("The file is long and has no headings. People cannot jump to the part they need."),
        {W: _STYLES, L: _STYLES_LO, A: N_("Accessibility > Reading Order. Mark headings as Heading 1 to 3.")},
    ),
    "WM-PDF-HEADINGS-FEW": Advice(
        N_("The file has several pages and no headings."),
        {W: _STYLES, L: _STYLES_LO, A: N_("Accessibility > Reading Order. Mark headings as Heading 1 to 3.")},
    ),
    "WM-PDF-HEADING-ORDER": Advice(
        N_("The headings leave out a level, or mix two kinds of heading tag."),
        {W: _STYLES, L: _STYLES_LO, A: N_("Tags panel: change the tag to the next level down.")},
    ),
    "WM-PDF-BOOKMARKS": Advice(
        N_("The file is long and has no bookmarks."),
        {
            W: N_("Save as PDF > Options > Create bookmarks using Headings."),
            L: N_("Export as PDF > tick “Export outlines”."),
            A: N_("Bookmarks panel > Options > New Bookmarks from Structure."),
        },
    ),
    "WM-PDF-LOCKED": Advice(
        N_("The file's security keeps screen readers out."),
        {
            L: N_("File > Export as PDF > Security: tick “Enable text access for accessibility tools”."),
            A: N_("File > Properties > Security > No Security."),
            W: N_("Export again without a password."),
        },
    ),
    "WM-PDF-UNICODE": Advice(
        N_("Some letters cannot be turned into text. A screen reader may skip them or read them wrong."),
        {
            A: N_("Print Production > Preflight > Embed missing fonts, or export again from the original."),
            W: N_("Use a standard typeface and export again."),
            L: N_("Use a standard typeface and export again."),
        },
    ),
    "WM-PDF-FONT": Advice(
        N_("A typeface is not stored in the file in the way that PDF/UA asks for."),
        {W: N_("Use a standard typeface and export again."), L: _EXPORT_LO},
    ),
    "WM-PDF-UA-IDENTIFIER": Advice(
        N_("The file does not say that it follows PDF/UA. No WCAG rule asks for it."), {W: _EXPORT, L: _EXPORT_LO}
    ),
    "WM-PDF-UA-OTHER": Advice(
        N_("The file breaks a technical rule of PDF/UA. No WCAG rule asks for it."), {W: _EXPORT, L: _EXPORT_LO}
    ),
}
