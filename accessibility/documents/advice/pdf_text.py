"""Advice on the words of a PDF: how they look, in which order they come, in which language, and for whom."""

from accessibility.documents.advice.base import N_, A, Advice, L, W

_COLOUR_W = N_("Select the words, then Home > Font Color: choose a darker colour. Then export again.")
_COLOUR_L = N_("Select the words, then Format > Character > Font Effects: choose a darker colour. Then export again.")
_PLAIN = N_("Put the words beside the picture, or put a plain colour behind them. Then export again.")
_AGAIN = N_("Change the original file. Then export again.")
_IN_LINE_W = N_("Right-click each text box or picture > Wrap Text > In Line with Text. Then export again.")
_IN_LINE_L = N_("Right-click each text box or picture > Anchor > As Character. Then export again.")
_ORDER_A = N_("Accessibility > Reading Order > Show Order Panel: drag each part to its place.")
_SPLIT = N_("Split it into shorter files, or make it web pages. Then each part is checked in whole.")
_ONLINE = N_("Best of all: make it an online form.")

PDF_TEXT = {
    "WM-PDF-CONTRAST": Advice(
        N_("Some words hardly stand out from what is behind them: {ratio} to 1 at worst, where 4.5 is needed."),
        {W: _COLOUR_W, L: _COLOUR_L, A: _AGAIN},
    ),
    "WM-PDF-CONTRAST-ASK": Advice(
        N_("Words stand on a picture or on changing colours. Can people with poor sight read all of them?"),
        {W: _PLAIN, L: _PLAIN, A: _AGAIN},
    ),
    "WM-PDF-FAKE-HEADING": Advice(
        N_("A line looks like a heading, but is tagged as plain text."),
        {
            W: N_("Select the line and choose Home > Styles > Heading 1 to 3. Then export again."),
            L: N_("Select the line and choose Styles > Heading 1 to 3. Then export again."),
            A: N_("Accessibility > Reading Order: select the line and choose Heading 1 to 3."),
        },
    ),
    "WM-PDF-HEADING-EMPTY": Advice(
        N_("A heading holds no words. A screen reader announces a heading and then says nothing."),
        {
            W: N_("Delete the empty line, or give it the style Normal. Then export again."),
            L: N_("Delete the empty line, or give it the style Text Body. Then export again."),
            A: N_("Tags panel: delete the empty heading tag."),
        },
    ),
    "WM-PDF-FAKE-LIST": Advice(
        N_("Lines begin with a typed bullet or number, but are not tagged as a list."),
        {
            W: N_("Select the lines, then Home > Bullets or Numbering. Then export again."),
            L: N_("Select the lines, then Format > Bullets and Numbering. Then export again."),
            A: N_("Tags panel: put the lines in a list tag, each in a list item tag."),
        },
    ),
    "WM-PDF-EMPTY-TAG": Advice(
        N_("The file holds empty tags, such as lines left empty to make space."),
        {
            W: N_("Use Paragraph > Spacing in place of empty lines. Then export again."),
            L: N_("Use Paragraph > Indents & Spacing in place of empty lines. Then export again."),
            A: N_("Tags panel: delete the empty tags."),
        },
    ),
    "WM-PDF-READING-ORDER": Advice(
        N_("The parts of a page seem to be read out in another order than they stand on the page."),
        {W: _IN_LINE_W, L: _IN_LINE_L, A: _ORDER_A},
    ),
    "WM-PDF-READING-ORDER-ASK": Advice(
        N_("Is each page read out in the right order? Listen to it once with a screen reader."),
        {W: _IN_LINE_W, L: _IN_LINE_L, A: _ORDER_A},
    ),
    "WM-PDF-LANGUAGE-WRONG": Advice(
        N_("The file says its language is “{language}”, but the text looks like “{guess}”."),
        {
            W: N_("Select all, then Review > Language > Set Proofing Language. Then export again."),
            L: N_("Tools > Language > For All Text. Then export again."),
            A: N_("File > Properties > Advanced > Language: choose a language from the list."),
        },
    ),
    "WM-PDF-LANGUAGE-OTHER": Advice(
        N_("A passage seems to be in another language than the file says. It will be read in the wrong voice."),
        {
            W: N_("Select the passage, then Review > Language > Set Proofing Language. Then export again."),
            L: N_("Select the passage, then Tools > Language > For Selection. Then export again."),
            A: N_("Tags panel: open the properties of the passage and choose its language."),
        },
    ),
    "WM-PDF-OCR": Advice(
        N_("A page is a scan. Its words were recognised by a program and are not tagged."),
        {
            W: N_("Open the PDF with File > Open. Correct the words and headings, then export again."),
            L: N_("Type the words into a new text with headings, then export it."),
            A: N_(
                "Accessibility > Autotag Document. Then correct the words and read the file once with a screen reader."
            ),
        },
        always=N_("Publish the original file if you have it."),
    ),
    "WM-PDF-OCR-ASK": Advice(
        N_("A page is a scan whose words were recognised by a program. Has somebody proofread them?"),
        {
            W: N_("Open the PDF with File > Open. Correct the words and headings, then export again."),
            L: N_("Type the words into a new text with headings, then export it."),
            A: N_("Scan & OCR > Correct Recognised Text. Then read the file once with a screen reader."),
        },
        always=N_("Publish the original file if you have it."),
    ),
    "WM-PDF-MEDIA-ASK": Advice(
        N_("The file holds sound or film. Does it have captions, and can people stop it?"),
        {
            W: N_("Put the film on a web page with captions, and a link in the file. Then export again."),
            L: N_("Put the film on a web page with captions, and a link in the file. Then export again."),
            A: N_("Publish the film on a web page with captions, and put a link in the file."),
        },
    ),
    "WM-PDF-FIELD-REQUIRED": Advice(
        N_("A field must be filled in, but its name does not say so."),
        {
            W: N_("Developer > Properties > Title: add the word “required”. Then export again."),
            L: N_(
                "Right-click the control > Control Properties > Help text: add the word “required”. Then export again."
            ),
            A: N_("Prepare Form > double-click the field > Tooltip: add the word “required”."),
        },
        always=_ONLINE,
    ),
    "WM-PDF-FORM-ASK": Advice(
        N_("The file has {places} places to fill in. Can everybody fill it in, or is the same form online?"),
        {
            W: N_("Ask your web team to make it an online form. Many people cannot fill in a document."),
            L: N_("Ask your web team to make it an online form. Many people cannot fill in a document."),
            A: N_("If it must stay a file, give each field a name and offer another way to answer."),
        },
        always=_ONLINE,
    ),
    "WM-PDF-FIGURE-DECORATIVE": Advice(
        N_("A picture says of itself that it is only decoration. A screen reader stops at it for nothing."),
        {
            W: N_("Right-click the picture > View Alt Text > Mark as decorative. Then export again."),
            L: N_("Right-click the picture > Alt Text > tick Decorative. Then export again."),
            A: N_("Accessibility > Set Alternate Text > tick Decorative figure."),
        },
    ),
    "WM-PDF-LEFT-OUT": Advice(
        N_("The file is too large for us to look at all of it. Is the rest of it as it should be?"),
        {W: _SPLIT, L: _SPLIT, A: _SPLIT},
    ),
    "WM-PDF-LENGTH": Advice(
        N_("The file is long: {words} words. People find what they need more easily on web pages with contents."),
        {
            W: N_("Publish it as a web page in parts, or put a summary at the start."),
            L: N_("Publish it as a web page in parts, or put a summary at the start."),
            A: N_("Publish it as a web page in parts, or put a summary at the start."),
        },
    ),
    "WM-PDF-READING": Advice(
        N_("The sentences suit a reading age of {age}. Plain English suits 9 to 11."),
        {
            W: N_(
                "Use short sentences and everyday words. File > Options > Proofing > Show readability statistics helps."
            ),
            L: N_("Use short sentences and everyday words."),
            A: N_("Use short sentences and everyday words in the original file. Then export again."),
        },
    ),
}
