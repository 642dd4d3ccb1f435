"""Captions are timed with the keyboard while the video plays."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.urls import reverse

from core.models import User
from library.models import Video
from tests.browser import follow, log_in

WEBM = Path(django_settings.BASE_DIR) / "services/demo/media/report-a-missed-bin.webm"

#: The test's server knows no ranges, so that a browser cannot jump in a video there: its clock is set by hand.
CLOCK = """() => {
    const video = document.querySelector(".wm-captions video");
    Object.defineProperty(video, "currentTime", {writable: true, value: 0});
}"""
SEEK = """(seconds) => { document.querySelector(".wm-captions video").currentTime = seconds; }"""


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_captions_by_keyboard_alone(built, live_server, chromium_browser):
    User.objects.create_superuser("librarian", password="a long sentence of words")
    video = Video(title="How to", type="video", duration=79)
    video.file.save("how-to.webm", ContentFile(WEBM.read_bytes()))
    with chromium_browser.new_context() as context:
        page = context.new_page()
        log_in(page, live_server.url, "librarian", "a long sentence of words")
        page.goto(live_server.url + reverse("video_track", args=[video.pk, "captions", "en"]))
        page.evaluate(CLOCK)
        box = page.locator("#captions")
        box.focus()
        box.press("Control+End")
        page.evaluate(SEEK, 1.5)
        box.press("Control+Enter")
        page.keyboard.type("Press the green button.")
        page.evaluate(SEEK, 3.25)
        box.press("Control+Enter")
        page.keyboard.type("Then choose a bin.")
        page.evaluate(SEEK, 6)
        box.press("Control+.")
        assert "characters a second (most 20)" in page.locator("#captions-now").inner_text()
        follow(page.get_by_role("button", name="Save", exact=True))
    assert video.tracks.get().read().strip().split("\n\n") == [
        "WEBVTT",
        "00:00:01.500 --> 00:00:03.250\nPress the green button.",
        "00:00:03.250 --> 00:00:06.000\nThen choose a bin.",
    ]
