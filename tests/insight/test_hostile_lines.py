"""Both command lines with whatever somebody pipes into them: one line out for each line in, in order, and soon."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

from insight.privacy import find, scrub
from tools.bench_insight.hostile import BUSY

DEEP = "[" * 100_000
HOSTILE = [
    b"",
    b"   ",
    b"not JSON",
    b"{",
    b"{}",
    b"null",
    b"[1, 2]",
    b'"text alone"',
    b'{"text": null}',
    b'{"text": 7, "question": [], "rating": {}}',
    b'{"text": ["a"], "question": 3, "rating": true}',
    b'{"text": "good", "rating": ' + b"9" * 5_000 + b"}",
    b'{"text": "good", "rating": 1e999}',
    b'{"text": "good", "rating": NaN}',
    b'{"text": "good", "rating": -3}',
    b'{"text": "a\\u0000b"}',
    b"a\0b",
    b'{"text": "\\ud800 alone"}',
    b'{"text": "\\ud83d\\ude00 mail jane.doe@example.org"}',
    b"\xff\xfe broken \xe9",
    b'{"text": ' + DEEP.encode(),
    b'{"text": "' + b"word " * 20_000 + b'"}',
    "\u2028one line\u2029 \x85 still".encode(),
    b"\r",
    b'{"text": "the last one, without a line end"}',
]


def run(module, lines):
    return subprocess.run(
        [sys.executable, "-m", f"insight.{module}"], input=b"\n".join(lines), capture_output=True,
        cwd=settings.BASE_DIR, check=True, timeout=120,
    ).stdout.decode().splitlines()  # fmt: skip


def test_scrubbing_answers_each_line_however_odd():
    found = [json.loads(line) for line in run("privacy", HOSTILE)]
    assert len(found) == len(HOSTILE)
    assert all(set(line) == {"text", "spans"} for line in found)
    assert found[0] == {"text": "", "spans": []}
    assert found[18] == {"text": "\U0001f600 mail [email]", "spans": [{"start": 7, "end": 27, "kind": "email"}]}
    assert found[-1]["text"] == "the last one, without a line end"


def test_judging_answers_each_line_however_odd():
    found = [json.loads(line) for line in run("sentiment", HOSTILE)]
    assert len(found) == len(HOSTILE)
    for line in found:
        assert set(line) == {"sentiment", "confidence", "themes"}
        assert line["sentiment"] in {"positive", "neutral", "negative"}
        assert 0 <= line["confidence"] <= 1


def test_a_file_that_windows_marked_is_read_as_if_it_were_not():
    (line,) = run("privacy", [b'\xef\xbb\xbf{"text": "ring 07700 900123"}'])
    assert json.loads(line) == {"text": "ring [phone]", "spans": [{"start": 5, "end": 17, "kind": "phone"}]}
    answer = b'{"text": "useless, slow and rude", "question": "What went wrong?", "rating": 1}'
    assert run("sentiment", [b"\xef\xbb\xbf" + answer]) == run("sentiment", [answer])


@pytest.mark.parametrize("text", BUSY.values(), ids=BUSY)
def test_what_keeps_a_pattern_busy_is_marked_in_order_and_inside_the_text(text):
    """How long it takes is measured by ``make bench-insight``."""
    spans = find(text[:5_000])
    places = [place for span in spans for place in (span.start, span.end)]
    assert places == sorted(places)
    assert not places or places[-1] <= 5_000
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize(
    "cue",
    ["my name is", "his full name was", "her name’s", "names", "Name:", "full name :", "i am called", "nick-named",
     "goes by", "my son called"],
)  # fmt: skip
def test_a_name_that_is_no_known_one_is_found_after_what_says_so(cue):
    assert scrub(f"{cue} zorbin and it rained").text == f"{cue} [name] and it rained"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("میرا نمبر ۰۷۷۰۰ ۹۰۰۱۲۳ ہے", "میرا نمبر [phone] ہے"),
        ("اتصل بي ٠٧٧٠٠٩٠٠١٢٣ شكرا", "اتصل بي [phone] شكرا"),
        ("আমার নম্বর ০৭৭০০ ৯০০১২৩", "আমার নম্বর [phone]"),
        ("卡号 4111 1111 1111 1111 谢谢", "卡号 [card] 谢谢"),
        ("😀 ＯＸ４ 1JD", "😀 ＯＸ４ 1JD"),
        ("الحافلة رقم ٣ تأخرت ٤٥ دقيقة", "الحافلة رقم ٣ تأخرت ٤٥ دقيقة"),
    ],
)
def test_a_number_is_as_personal_in_the_digits_of_any_script(text, clean):
    assert scrub(text).text == clean


def test_what_was_found_first_keeps_its_kind_and_the_rest_its_own():
    spans = find("mail jane.doe@example.org or OX4 1JD, ref AB-12345, 07700 900123 and 07700 900123")
    assert [span.kind for span in spans] == ["email", "postcode", "reference", "phone", "phone"]
    assert scrub("it is sam_smith99 at example.org").text == "it is [email]"
