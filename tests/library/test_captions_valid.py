"""Captions are checked as the standard asks, line by line, and other kinds become WebVTT."""

import json
import subprocess
import sys

import pytest

from library.captions import CaptionError, faults, parse, quality, to_webvtt
from library.captions.blocks import blocks

HEAD = "WEBVTT\n\n"


def codes(text, **options):
    return [(one.line, one.code) for one in faults(text.encode(), **options)]


def test_a_good_file_has_no_fault():
    text = (
        HEAD + "NOTE by us\n\nREGION\nid:low\nwidth:40%\n\nfirst\n00:01.000 --> 00:02.000 region:low align:start\n"
        "<v Sam>A &amp; <b>B</b>\n"
    )
    assert codes(text) == []
    assert codes("WEBVTT") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, "no-signature")),
        ("WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\na", (2, "no-blank-line")),
        (HEAD + "00:01,000 --> 00:02,000\na", (3, "bad-times")),
        (HEAD + "words alone", (3, "no-times")),
        (HEAD + "00:01.000-->00:02.000\na", (3, "no-space")),
        (HEAD + "0:00:01.000 --> 0:00:02.000\na", (3, "short-hours")),
        (HEAD + "00:02.000 --> 00:01.000\na", (3, "backwards")),
        (HEAD + "00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:03.000\nb", (6, "out-of-order")),
        (HEAD + "00:01.000 --> 00:02.000 align:middle\na", (3, "bad-setting")),
        (HEAD + "00:01.000 --> 00:02.000 size:10% size:20%\na", (3, "setting-twice")),
        (HEAD + "00:01.000 --> 00:02.000 region:none\na", (3, "unknown-region")),
        (HEAD + "x\n00:01.000 --> 00:02.000\na\n\nx\n00:02.000 --> 00:03.000\nb", (7, "same-id")),
        (HEAD + "00:01.000 --> 00:02.000\n<font>a</font>", (4, "tag-not-known")),
        (HEAD + "00:01.000 --> 00:02.000\n\u200f<b>a\nb", (4, "tag-not-closed")),
        (HEAD + "00:01.000 --> 00:02.000\na</b>", (4, "tag-not-open")),
        (HEAD + "00:01.000 --> 00:02.000\n<v>a</v>", (4, "tag-needs-text")),
        (HEAD + "00:01.000 --> 00:02.000\nfish & chips", (4, "bare-ampersand")),
        (HEAD + "00:01.000 --> 00:02.000\na <00:03.000>b", (4, "bad-inner-time")),
        (HEAD + "00:01.000 --> 00:02.000\na\n\nSTYLE\n::cue {}", (6, "late-style")),
    ],
)
def test_each_fault_is_named_with_its_line(text, expected):
    assert expected in codes(text)


def test_a_file_that_is_not_utf_8_and_one_past_the_end():
    assert codes(HEAD + "00:09.000 --> 00:10.000\na", duration=8.0) == [(3, "past-the-end")]
    assert codes(HEAD + "00:07.000 --> 00:10.000\na", duration=8.0) == [(3, "ends-late")]
    assert codes(HEAD + "00:07.000 --> 00:08.500\na", duration=8.0) == []
    assert [one.code for one in faults("WEBVTT\n\n".encode("utf-16"))] == ["not-utf-8"]


NINES = "9" * 5000


@pytest.mark.parametrize(
    "text",
    [
        f"{NINES}:00:00.000 --> {NINES}:00:01.000\na",
        f"{'9' * 400}:00:00.000 --> {'9' * 400}:00:01.000\na",
        f"{NINES}:00.000 --> {NINES}:01.000\na",
        f"00:00.000 --> 00:05.000\n<{NINES}:00:00.000>a",
    ],
)
def test_times_of_any_length_are_read(text):
    assert parse(HEAD + text)
    assert isinstance(faults((HEAD + text).encode()), list)


def test_a_file_begins_with_one_byte_order_mark_at_most():
    assert codes("\ufeff" + HEAD) == []
    assert codes("\ufeff\ufeff" + HEAD) == [(1, "no-signature")]


def test_browsers_keep_what_follows_a_broken_cue():
    read = list(
        blocks(HEAD + "a\nb\n00:01.000 --> 00:02.000\nshown\n\nbad --> times\n00:03.000 --> 00:04.000\nshown too")
    )
    assert [block.payload for block in read if block.is_cue] == ["shown", "shown too"]


SRT = "1\n00:00:01,000 --> 00:00:02,500\n<i>Open</i> the page & wait\n\n2\n00:00:03,000 --> 00:00:04,000\nPress Start\n"
SBV = "0:00:01.000,0:00:02.500\nOpen the page & wait\n\n0:00:03.000,0:00:04.000\nPress[br]Start\n"
TTML = (
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="00:00:01.000" end="2.5s">Open the page &amp; wait</p>'
    '<p begin="3s" dur="1s">Press<br/>Start</p></div></body></tt>'
)


@pytest.mark.parametrize(("name", "text"), [("a.srt", SRT), ("A.SBV", SBV), ("a.ttml", TTML)])
def test_other_kinds_become_valid_webvtt(name, text):
    made = to_webvtt(text.encode(), name)
    assert codes(made) == []
    first, second = parse(made)
    assert (first.start, first.end, first.text) == (1.0, 2.5, "Open the page & wait")
    assert second.text.split() == ["Press", "Start"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.html", b"<html>", "no captions file"),
        ("a.srt", b"\xff\xfe1\x00", "UTF-8"),
        ("a.srt", b"no times", "No caption"),
        ("a.ttml", b"<tt><p>", "well-formed"),
        ("a.ttml", b'<?xml version="1.0" encoding="KLINGON"?><tt><p begin="1s" end="2s">x</p></tt>', "well-formed"),
        ("a.ttml", b'<tt><p begin="1.2.3s" end="..s">x</p></tt>', "No caption"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "well-formed"),
    ],
)
def test_what_cannot_be_imported_says_why(name, content, words):
    with pytest.raises(CaptionError, match=words):
        to_webvtt(content, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.srt", f"1\n{NINES}:00:00,000 --> {NINES}:00:02,500\na\n"),
        ("a.sbv", f"{NINES}:00:00.000,{NINES}:00:02.500\na\n"),
        ("a.ttml", f'<tt><p begin="{NINES}:00:00" end="{NINES}:00:02">a</p></tt>'),
        ("a.ttml", f'<tt><p begin="{NINES}.5h" end="{NINES}.6h">a</p></tt>'),
    ],
)
def test_other_kinds_may_hold_times_of_any_length(name, text):
    assert to_webvtt(text.encode(), name).startswith("WEBVTT")


def test_quality_counts_what_is_hard_to_read():
    text = HEAD + f"00:00.000 --> 00:01.000\n{'long words ' * 8}\n\n00:00.500 --> 00:05.000\na\nb\nc\n"
    judged = quality(parse(text), duration=10.0)
    assert (judged.too_fast, judged.many_words, judged.long_lines, judged.many_lines, judged.overlaps) == (
        1,
        1,
        1,
        1,
        1,
    )
    assert judged.coverage == 0.5


def test_the_command_prints_one_object(tmp_path):
    file = tmp_path / "a.vtt"
    file.write_text(HEAD + "00:02.000 --> 00:01.000\na\n", encoding="utf-8")
    command = [sys.executable, "-m", "library.captions", str(file)]
    done = subprocess.run(command, cwd="site", env={}, capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["valid"], answer["cues"]) == (1, False, 1)
    assert answer["errors"] == [{"line": 3, "code": "backwards", "message": "The caption ends before it begins."}]


@pytest.mark.parametrize("name", ["nowhere.vtt", ".", "/dev/zero"])
def test_the_command_prints_an_object_for_what_cannot_be_read_too(name):
    command = [sys.executable, "-m", "library.captions", name]
    done = subprocess.run(command, cwd="site", env={}, capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["valid"], answer["cues"], len(answer["errors"])) == (2, False, 0, 1)


def test_the_command_prints_what_any_terminal_takes_and_no_length_that_is_none(tmp_path):
    file = tmp_path / "a.vtt"
    file.write_text(HEAD + "٠٠:02.000 --> 00:01.000\na\n", encoding="utf-8")
    command = [sys.executable, "-m", "library.captions", str(file)]
    done = subprocess.run(command, cwd="site", env={"PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert "٠٠" in json.loads(done.stdout)["errors"][0]["message"]
    odd = subprocess.run([*command, "--duration", "nan"], cwd="site", env={}, capture_output=True, check=False)
    assert odd.returncode == 2
    assert b"--duration" in odd.stderr
