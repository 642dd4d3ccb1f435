"""WebVTT is read as browsers read it, and becomes sentences."""

import pytest

from library.captions import CaptionError, Cue, paragraphs, parse

FILE = """\ufeffWEBVTT - how to

NOTE made by hand

STYLE
::cue { color: red }

1
00:01.000 --> 00:03.500 align:start
<v Sam>Open the page &amp; press
<b>Report</b>.

00:00:04.000 --> 00:00:06.000
Then wait.

broken --> line
never shown

01:00:00.000 --> 00:00:01.000
backwards
"""


def test_cues_notes_styles_and_broken_blocks():
    first, second = parse(FILE)
    assert first == Cue(1.0, 3.5, "Open the page & press\nReport.", "Sam")
    assert (second.start, second.end, second.text) == (4.0, 6.0, "Then wait.")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_every_kind_of_line_end(newline):
    assert parse(FILE.replace("\n", newline)) == parse(FILE)


@pytest.mark.parametrize("text", ["", "1\n00:01.000 --> 00:02.000\nx", "WEBVTTX\n\n00:01.000 --> 00:02.000\nx"])
def test_what_is_no_webvtt_is_refused(text):
    with pytest.raises(CaptionError, match="WEBVTT"):
        parse(text)


def test_a_pause_or_a_new_speaker_starts_a_paragraph():
    cues = [
        Cue(0, 1, "Open the\npage"),
        Cue(1, 2, "and press Start."),
        Cue(5, 6, "Type your postcode."),
        Cue(6.1, 7, "Which one?", "Ana"),
    ]
    assert paragraphs(cues) == ["Open the page and press Start.", "Type your postcode.", "Ana: Which one?"]
    assert paragraphs([]) == []


def test_a_pause_inside_a_sentence_does_not_break_it():
    assert paragraphs([Cue(0, 1, "Press the"), Cue(9, 10, "green button.")]) == ["Press the green button."]
