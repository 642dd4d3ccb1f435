"""What else there is to a video: its parts, and the same in sign language or described."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from library.models import Video, VideoTrack


@dataclass(frozen=True)
class Chapter:
    """A part of a video: its title, the language of the title, and where it begins in seconds and as a clock shows."""

    title: str
    language: str
    seconds: float
    clock: str


def chapters_for(video: Video, language: str) -> list[Chapter]:
    """Return the chapters with titles in ``language``, else in the language spoken; none where nobody wrote them."""
    for wanted in dict.fromkeys([language, video.language]):
        cues = video.cues(VideoTrack.Kind.CHAPTERS, wanted)
        if cues:
            return [Chapter(" ".join(cue.text.split()), wanted, cue.start, _clock(cue.start)) for cue in cues]
    return []


def versions_of(video: Video) -> list[tuple[str, Video]]:
    """Return the other versions of a video, each under its heading."""
    versions = [
        (_("The same video in British Sign Language"), video.bsl_version),
        (_("The same video with a voice that says what is shown"), video.described_version),
    ]
    return [(heading, version) for heading, version in versions if version is not None]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
