"""A how-to video: nobody has to see, hear or load it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Page

from core.services import PublishBlocked
from library.models import Video, VideoText, VideoTrack
from services.demo.lookup import page_named
from services.demo.pages import fill_pages, make_pages
from services.gate import video_findings
from services.transcripts import length_in_words

CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:04.000\nPress the green button.\n"
SPEC = {
    "type": "video",
    "slug": "how-to",
    "title": "How to report a missed bin",
    "summary": "Watch or read it.",
    "video": "How to",
    "steps": [{"title": "Open the page", "text": "See [your bin day](page:find-your-bin-day)."}],
}


@pytest.fixture
def video(demo):
    video = Video(title="How to", duration=80, width=1280, height=720)
    video.file.save("how-to.webm", ContentFile(b"0" * 1_250_000))
    return video


def add_captions(video, content=CAPTIONS):
    VideoTrack.objects.create(video=video, file=ContentFile(content, name="captions.vtt"))


def add_transcript(demo, video):
    VideoText.objects.create(video=video, locale=demo.locale(), title="How to", transcript="You press it.\n\nDone.")


def load(demo):
    make_pages(demo, Page.objects.get(slug="bins-and-recycling"), [SPEC])
    fill_pages(demo, [SPEC])


def test_the_player_loads_nothing_and_the_words_are_there(demo, video, client):
    add_captions(video)
    add_transcript(demo, video)
    load(demo)
    main = BeautifulSoup(client.get("/bins-and-recycling/how-to/").content, "lxml").find("main")
    player = main.find("video")
    assert player["preload"] == "none"
    assert player.has_attr("controls")
    assert player.find("track", kind="captions", srclang="en")
    shown = " ".join(main.get_text(" ").split())
    assert "It runs for 1 minute and 20 seconds. It is 1.2 MB to load." in shown
    assert "Open the page See your bin day" in shown
    assert "What is said in the video You press it. Done." in shown


@pytest.mark.parametrize("captions", [None, b"not captions"])
def test_without_captions_it_does_not_go_live(demo, video, captions):
    if captions:
        add_captions(video, captions)
    add_transcript(demo, video)
    with pytest.raises(PublishBlocked, match="captions"):
        load(demo)


def test_without_a_transcript_it_does_not_go_live(demo, video):
    add_captions(video)
    with pytest.raises(PublishBlocked, match="transcript"):
        load(demo)


def test_without_a_video_it_does_not_go_live(demo):
    spec = {key: value for key, value in SPEC.items() if key != "video"}
    make_pages(demo, Page.objects.get(slug="bins-and-recycling"), [spec])
    assert [finding.rule for finding in video_findings(page_named("how-to"))] == ["video.missing"]
    assert not page_named("how-to").live


def test_words_that_nobody_wrote_come_from_the_captions(demo, video):
    add_captions(video)
    assert video.caption_paragraphs("en") == ["Press the green button."]
    assert video.caption_paragraphs("ur") == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, ""),
        (45, "It runs for 45 seconds."),
        (60, "It runs for 1 minute."),
        (61, "It runs for 1 minute and 1 second."),
    ],
)
def test_length_in_words(seconds, words):
    assert length_in_words(seconds) == words
