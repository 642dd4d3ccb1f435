"""``python -m tools.video STORY.yaml ADDRESS``: make the how-to video that a story tells, beside the story.

Writes ``.webm`` (VP9 and Opus), ``.vtt`` (captions) and ``.webp`` (poster). Needs Debian's ffmpeg and espeak-ng, and
Chromium. What the browser shows and what is said are cut to each other sentence by sentence, so captions are exact.
"""

import os
import sys
import tempfile
from pathlib import Path

import django

from tools.steps import say
from tools.video.captions import webvtt
from tools.video.encode import encode, save_poster
from tools.video.record import record
from tools.video.story import read

#: A video that a resident pays for by the megabyte.
LARGEST = 2 * 1024 * 1024


def main() -> None:
    """Make the video; a story that cannot be captioned well is refused."""
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m tools.video STORY.yaml ADDRESS. The address is that of a running demo.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.demo")
    django.setup()  # the finder of Chromium reads the settings
    file, address = Path(sys.argv[1]), sys.argv[2].rstrip("/")
    story = read(file)
    with tempfile.TemporaryDirectory() as name:
        shots = record(story, address, Path(name))
        file.with_suffix(".vtt").write_text(webvtt(shots), encoding="utf-8")
        save_poster(shots[0].frames[0].picture, file.with_suffix(".webp"))
        target = file.with_suffix(".webm")
        encode(shots, Path(name), target)
    seconds = sum(shot.seconds for shot in shots)
    say(f"{target.name}: {target.stat().st_size / 1024:.0f} KB, {seconds:.0f} s, {len(shots)} captions")
    if target.stat().st_size > LARGEST:
        sys.exit("The video is larger than 2 MB. Tell a shorter story.")


if __name__ == "__main__":
    main()
