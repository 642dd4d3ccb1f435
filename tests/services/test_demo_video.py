"""The demo's own how-to videos: their stories, captions, files and pages."""

import base64
from itertools import pairwise

import pytest
import yaml
from bs4 import BeautifulSoup
from PIL import Image

from core.demo.context import DemoContext
from core.demo.loader import load as load_core
from library.captions import parse
from library.demo.video import MEDIA
from library.demo.video import load as load_videos
from library.footage import read
from library.models import Video
from services.demo.lookup import page_named
from tools.video.captions import UnreadableCaptionError, lines, webvtt
from tools.video.shots import Frame, Shot, cut
from tools.video.story import read as read_story

STORY = MEDIA / "report-a-missed-bin.yaml"
#: All of them; each has been recorded.
STORIES = sorted(MEDIA.glob("*.yaml"))
RECORDING, CAPTIONS, POSTER = (STORY.with_suffix(ending) for ending in (".webm", ".vtt", ".webp"))

#: Play a little of a video, and return what the browser made of it.
PLAY = """
async (address) => {
  const video = document.querySelector("video");
  video.src = address;
  await video.play();
  await new Promise((heard) => video.addEventListener("timeupdate", () => video.currentTime > 0.3 && heard()));
  return {width: video.videoWidth, height: video.videoHeight, seconds: video.duration,
          picture: video.webkitVideoDecodedByteCount, sound: video.webkitAudioDecodedByteCount};
}
"""


@pytest.fixture
def cues():
    return cues_of(STORY)


def cues_of(story):
    return parse(story.with_suffix(".vtt").read_text(encoding="utf-8"))


@pytest.fixture
def video(db):
    """Load the accounts and the videos only, which takes no time."""
    context = DemoContext()
    load_core(context)
    load_videos(context)
    load_videos(context)
    assert Video.objects.count() == len(STORIES) == 3
    return Video.objects.get(title="How to report a missed bin")


def read_webm(file):
    with file.open("rb") as opened:
        return read(opened)


def main_of(client, slug):
    answer = client.get(f"/bins-and-recycling/{slug}/")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml").find("main")


def words(element):
    return " ".join(element.get_text(" ").split())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_each_sentence_of_a_story_has_its_caption(story):
    told = [sentence.caption for sentence in read_story(story).sentences]
    assert [" ".join(cue.text.split()) for cue in cues_of(story)] == told
    assert story.with_suffix(".vtt").read_text(encoding="utf-8").count("-->") == len(told)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_captions_can_be_read_in_time(story):
    cues = cues_of(story)
    assert all(before.end <= after.start for before, after in pairwise(cues))
    for cue in cues:
        assert len(cue.text) <= 20 * (cue.end - cue.start), cue
        assert len(cue.text.splitlines()) <= 2, cue
        assert max(map(len, cue.text.splitlines())) <= 42, cue


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_a_video_is_small_and_ends_with_its_captions(story):
    recording, poster = story.with_suffix(".webm"), story.with_suffix(".webp")
    facts = read_webm(recording)
    assert recording.stat().st_size <= 1024 * 1024
    assert 30 <= facts.seconds <= 80
    assert 0 <= facts.seconds - cues_of(story)[-1].end <= 1
    assert (facts.width, facts.height) == (1280, 800)
    assert Image.open(poster).size == (1280, 800)
    assert poster.stat().st_size <= 60 * 1024


@pytest.mark.browser
def test_a_browser_plays_its_picture_and_its_sound(chromium_browser):
    page = chromium_browser.new_page()
    page.set_content("<video muted></video>")
    recording = base64.b64encode(RECORDING.read_bytes()).decode()
    played = page.evaluate(PLAY, f"data:video/webm;base64,{recording}")
    page.close()
    assert (played["width"], played["height"]) == (1280, 800)
    assert played["seconds"] == pytest.approx(read_webm(RECORDING).seconds, abs=0.05)
    assert played["picture"] > 0
    assert played["sound"] > 0


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\x1a\x45\xdf\xa3", b"\xff" * 100, RECORDING.read_bytes()[:60]])
def test_what_is_no_webm_is_refused(tmp_path, content):
    file = tmp_path / "not.webm"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"no (WebM )?video"):
        read_webm(file)


def test_the_page_says_what_loads_before_it_loads_and_has_all_the_words(demo, client, cues):
    page = main_of(client, "how-to-report-a-missed-bin")
    player = page.find("video")
    assert player["preload"] == "none"
    assert player.has_attr("controls")
    assert player["poster"].endswith(".webp")
    assert player.find("track", kind="captions", srclang="en").has_attr("default")
    assert "It runs for 1 minute and " in words(page)
    assert "It is 0.7 MB to load." in words(page)
    assert len(page.select("ol.wm-steps > li")) == len(page_named("how-to-report-a-missed-bin").steps) == 8
    assert " ".join(" ".join(cue.text.split()) for cue in cues) in words(page)
    link = main_of(client, "report-a-missed-bin").find("a", href="/bins-and-recycling/how-to-report-a-missed-bin/")
    assert words(link) == "How to report a missed bin"


def test_the_video_is_made_once_with_its_words(video):
    assert video.all_visual_info_spoken
    assert video.poster_alt
    assert (video.tracks.count(), video.texts.count()) == (1, 1)
    assert video.size_bytes == RECORDING.stat().st_size
    assert video.duration == pytest.approx(read_webm(RECORDING).seconds)


def test_a_player_gets_the_range_it_asks_for(video, client, settings):
    settings.ROOT_URLCONF = "tests.services.demo_urls"
    address, whole = video.file.url, RECORDING.read_bytes()
    assert b"".join(client.get(address)) == whole
    part = client.get(address, headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, whole[100:200])
    assert part["Content-Range"] == f"bytes 100-199/{len(whole)}"
    assert client.get(address, headers={"range": f"bytes={len(whole) - 5}-"}).content == whole[-5:]
    assert client.get(address, headers={"range": f"bytes={len(whole)}-"}).status_code == 416


def test_a_sentence_that_cannot_be_read_in_time_is_refused(tmp_path):
    shot = Shot("A sentence that is gone too soon.", tmp_path, 1.0, 1.5, ())
    with pytest.raises(UnreadableCaptionError, match="too fast"):
        webvtt([shot])
    with pytest.raises(UnreadableCaptionError, match="Split it"):
        lines("word " * 20)


def test_frames_are_cut_to_the_length_of_their_sentence(tmp_path):
    quick, holding = Frame(tmp_path, 0.1), Frame(tmp_path, 0.1, holds=True)
    assert [frame.seconds for frame in cut([quick, holding], 3)] == pytest.approx([0.1, 2.9])
    assert sum(frame.seconds for frame in cut([quick] * 50, 2)) == pytest.approx(2)


@pytest.mark.parametrize("story", sorted(MEDIA.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_story_names_only_what_a_recorder_can_do_and_each_sentence_fits_a_caption(story):
    told = read_story(story).sentences
    assert {verb for sentence in told for verb, _what in sentence.actions} <= {
        "press",
        "choose",
        "fill",
        "show",
        "point",
        "play",
    }
    assert all(lines(sentence.caption) for sentence in told)
    assert {"title", "description", "poster_alt"} <= set(yaml.safe_load(story.read_text(encoding="utf-8")))


def test_the_story_of_the_demo_has_its_title():
    assert yaml.safe_load(STORY.read_text(encoding="utf-8"))["title"] == "How to report a missed bin"
