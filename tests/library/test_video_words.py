"""Captions, chapters and transcripts are written in the admin, with a text area alone."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale

from core.models import User
from library.captions import advice, parse
from library.models import Video, VideoTrack

CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nPress the green button.\n"
TTML = b"""<tt xmlns="http://www.w3.org/ns/ttml"><body><div>
<p begin="00:00:01.000" end="00:00:04.000">Press the green button.</p></div></body></tt>"""
LATER = "00:00:01.950 --> 00:00:04.000\nHello\n\n00:00:04.050 --> 00:00:05.000\nHi\n\n00:01:00.000 --> 00:01:01.000\nx"


@pytest.fixture
def video(db, client):
    client.force_login(User.objects.create_superuser("librarian", password="irrelevant-here"))
    video = Video(title="How to", type="video", duration=80, width=1280, height=720)
    video.file.save("how-to.webm", ContentFile(b"0" * 100))
    return video


def address(video, kind="captions", language="en"):
    return reverse("video_track", args=[video.pk, kind, language])


def test_captions_are_written_checked_and_changed(video, client):
    text = BeautifulSoup(client.get(address(video)).content, "lxml").find("textarea", id="captions").text
    assert text.strip() == "WEBVTT"
    assert client.post(address(video), {"text": CAPTIONS.replace("\n", "\r\n"), "checked": "1"}).status_code == 302
    assert video.caption_paragraphs("en") == ["Press the green button."]
    assert VideoTrack.objects.get().checked_by == "librarian"
    client.post(address(video), {"text": CAPTIONS.replace("green", "blue")})
    track = VideoTrack.objects.get()
    assert (track.read(), track.checked_by) == (CAPTIONS.replace("green", "blue"), "")
    overview = client.get(reverse("video_words", args=[video.pk])).content.decode()
    assert "Polski" in overview
    assert "اردو" in overview


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not captions", "This is no captions file|first line"),
        (CAPTIONS.replace("04.000", "00.500"), "Line 3: The caption ends before it begins."),
        (CAPTIONS.replace("00:00:01.000 --> 00:00:04.000", "00:02:01.000 --> 00:02:04.000"), "after the video has"),
    ],
)
def test_faults_are_named_and_the_text_stays(video, client, text, words):
    answer = client.post(address(video), {"text": text})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 422
    assert page.find("textarea", id="captions").text.strip() == text.strip()
    assert any(word in page.find(role="alert").text for word in words.split("|"))
    assert not VideoTrack.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.srt", b"1\n00:00:01,000 --> 00:00:04,000\nPress the green button.\n"),
        ("a.sbv", b"0:00:01.000,0:00:04.000\nPress the green button.\n"),
        ("a.ttml", TTML),
    ],
)
def test_files_of_other_kinds_are_taken(video, client, name, content):
    answer = client.post(address(video), {"text": "x", "file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302
    assert VideoTrack.objects.get().read() == CAPTIONS


def test_looking_stores_nothing_and_gives_the_advice_of_the_language(video, client):
    long = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + "word " * 12 + "\n"
    answer = client.post(address(video), {"text": long, "look": "1"})
    shown = " ".join(BeautifulSoup(answer.content, "lxml").get_text(" ").split())
    assert "00:00:01.000: 59 characters a second are hard to read. Stay below 20." in shown
    assert "a line has 59 characters. Break it before 42." in shown
    assert not VideoTrack.objects.exists()


def test_advice_knows_each_language_and_what_lies_between_captions():
    cue = "00:00:01.000 --> 00:00:02.000\n一二三四五六七八九十一二\n\n"
    assert [each.code for each in advice(parse(f"WEBVTT\n\n{cue}"), "zh-hans")] == ["too-fast"]
    assert advice(parse(f"WEBVTT\n\n{cue}"), "en") == []
    found = advice(parse(f"WEBVTT\n\n{cue}{LATER}"), "en")
    assert [each.code for each in found] == ["overlap", "short-gap", "silence"]


def test_a_transcript_is_drafted_from_captions_and_edited(video, client):
    client.post(address(video), {"text": CAPTIONS})
    Locale.objects.get_or_create(language_code="en")
    text = reverse("video_text", args=[video.pk, "en"])
    page = BeautifulSoup(client.get(text).content, "lxml")
    assert page.find("textarea", attrs={"name": "transcript"}).text.strip() == "Press the green button."
    data = {"title": "How to", "transcript": "Sam: Press the green button, at the top."}
    assert client.post(text, {**data, "draft": "1"}).context["form"]["transcript"].value() == "Press the green button."
    assert not video.texts.exists()
    client.post(text, data)
    assert video.texts.get().transcript == data["transcript"]
    assert client.post(text, {"title": ""}).status_code == 422
    assert client.get(reverse("video_text", args=[video.pk, "xx"])).status_code == 404
    assert client.get(address(video, kind="songs")).status_code == 404


def mark_on(client, screen):
    return BeautifulSoup(client.get(screen).content, "lxml").find("input", attrs={"name": "mark"})["value"]


def test_two_people_on_one_track_lose_nothing(video, client):
    client.post(address(video), {"text": CAPTIONS})
    mark = mark_on(client, address(video))
    client.post(address(video), {"text": CAPTIONS.replace("green", "blue"), "mark": mark})
    mine = {"text": CAPTIONS.replace("green", "red"), "mark": mark}
    looked = client.post(address(video), {**mine, "look": "1"})  # looking is no leave to overwrite
    mine["mark"] = BeautifulSoup(looked.content, "lxml").find("input", attrs={"name": "mark"})["value"]
    answer = client.post(address(video), mine)
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 409
    assert "red" in page.find("textarea", id="captions").text
    assert "blue" in page.find("pre", attrs={"lang": "en"}).text
    assert VideoTrack.objects.get().read() == CAPTIONS.replace("green", "blue")
    again = {**mine, "mark": page.find("input", attrs={"name": "mark"})["value"]}
    assert client.post(address(video), again).status_code == 302
    assert VideoTrack.objects.get().read() == CAPTIONS.replace("green", "red")


def test_two_people_on_one_transcript_lose_nothing(video, client):
    Locale.objects.get_or_create(language_code="en")
    text = reverse("video_text", args=[video.pk, "en"])
    mark = mark_on(client, text)
    client.post(text, {"title": "How to", "transcript": "Theirs.", "mark": mark})
    answer = client.post(text, {"title": "How to", "transcript": "Mine.", "mark": mark})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 409
    assert "Theirs." in page.find(role="alert").text
    assert page.find("textarea", attrs={"name": "transcript"}).text.strip() == "Mine."
    assert video.texts.get().transcript == "Theirs."
    again = {"title": "How to", "transcript": "Mine.", "mark": page.find("input", attrs={"name": "mark"})["value"]}
    assert client.post(text, again).status_code == 302


@pytest.mark.parametrize("words", ["Press the green button.", "کوڑے دان خالی نہیں ہوا"])
def test_subtitles_in_the_wrong_language_are_named(video, client, words):
    client.post(address(video), {"text": CAPTIONS})
    shown = client.post(
        address(video, "subtitles", "pl"), {"text": CAPTIONS.replace("Press the green button.", words), "look": "1"}
    )
    advice_shown = BeautifulSoup(shown.content, "lxml").find("h2", string="Advice").find_next("ul").text
    assert "English" in advice_shown or "script of this language" in advice_shown
    good = {"text": CAPTIONS.replace("Press the green button.", "Naciśnij zielony przycisk."), "look": "1"}
    assert "Nothing to say" in client.post(address(video, "subtitles", "pl"), good).content.decode()
