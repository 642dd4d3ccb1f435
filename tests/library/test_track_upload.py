"""A captions file that is uploaded becomes WebVTT, or is refused with its faults."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from library.models import VideoTrack


def track(name, content):
    return VideoTrack(kind="captions", language="en", file=SimpleUploadedFile(name, content))


def test_subrip_becomes_webvtt():
    made = track("talk.srt", b"1\n00:00:01,000 --> 00:00:02,000\nHello\n")
    made.clean()
    assert made.file.name == "talk.vtt"
    assert made.file.read().startswith(b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.vtt", b"WEBVTT\n\n00:02.000 --> 00:01.000\nx", "Line 3: The caption ends before it begins."),
        ("a.vtt", b"<html>not captions</html>", "No caption|no captions file"),
        ("a.vtt", b"WEBVTT\n" + b"x" * 2_000_001, "too large"),
    ],
)
def test_a_bad_file_is_refused_in_words(name, content, words):
    with pytest.raises(ValidationError, match=words):
        track(name, content).clean()
