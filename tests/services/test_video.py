"""A how-to video: nobody has to see, hear or load it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils import timezone
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
    signed = {"all_visual_info_spoken": True, "spoken_signed_by": "editor", "spoken_signed_at": timezone.now()}
    video = Video(title="How to", type="video", duration=80, width=1280, height=720, **signed)
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


def test_without_a_signature_or_a_described_version_it_does_not_go_live(demo, video):
    add_captions(video)
    add_transcript(demo, video)
    video.spoken_signed_at = None
    video.save()
    with pytest.raises(PublishBlocked, match="signed that everything"):
        load(demo)
    video.described_version = Video.objects.create(title="Described", type="video", file=video.file.name)
    video.save()
    load(demo)


def test_parts_versions_and_steps_first_for_those_who_ask_for_less_data(demo, video, client):
    add_captions(video)
    add_transcript(demo, video)
    chapters = b"WEBVTT\n\n00:00.000 --> 00:12.000\nFind the page\n\n00:12.500 --> 01:00.000\nSend it\n"
    VideoTrack.objects.create(video=video, kind="chapters", file=ContentFile(chapters, name="chapters.vtt"))
    video.bsl_version = Video.objects.create(title="BSL", type="video", file=video.file.name)
    video.save()
    load(demo)
    usual = client.get("/bins-and-recycling/how-to/")
    main = BeautifulSoup(usual.content, "lxml").find("main")
    assert [link.text for link in main.select("a[data-seconds]")] == ["0:00 Find the page", "0:12 Send it"]
    assert main.select("a[data-seconds]")[1]["href"].endswith(".webm#t=12.5")
    assert main.find("h2", string="The same video in British Sign Language")
    assert [video["preload"] for video in main.find_all("video")] == ["none", "none"]
    assert "Save-Data" in usual["Vary"]
    assert "Cookie" not in usual["Vary"]
    saving = client.get("/bins-and-recycling/how-to/", headers={"save-data": "on"}).content.decode()
    assert saving.index("wm-steps") < saving.index("<video")
    assert usual.content.decode().index("wm-steps") > usual.content.decode().index("<video")
    assert " poster=" not in saving


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
