"""What videos say in a language: subtitles and transcripts are part of the same desk."""

from dataclasses import dataclass

from library.models import Video, VideoTrack
from library.services import register_language_right, register_words_check
from translation.checks import Segment
from translation.checks.english import check_english
from translation.checks.script import check_script
from translation.permissions import writes_in


@dataclass(frozen=True)
class VideoRow:
    """A video that speaks another language: how many cues it has there and here, and whether its words are written."""

    video: Video
    said: int
    done: int
    has_transcript: bool


def connect() -> None:
    """Let translators write what videos say in their language, and look at whether it is that language."""
    register_language_right(writes_in)
    register_words_check(odd_words)


def videos_for(code: str) -> list[VideoRow]:
    """Return the videos with captions that could have subtitles in a language, by their titles."""
    spoken = Video.objects.exclude(language=code).filter(tracks__kind=VideoTrack.Kind.CAPTIONS).distinct()
    return [_row(video, code) for video in spoken.order_by("title").prefetch_related("tracks", "texts__locale")]


def _row(video: Video, code: str) -> VideoRow:
    said = len(video.cues(VideoTrack.Kind.CAPTIONS, video.language))
    written = any(text.transcript.strip() for text in video.texts.all() if text.locale.language_code == code)
    return VideoRow(video, said, len(video.cues(VideoTrack.Kind.SUBTITLES, code)), written)


def odd_words(said: str, text: str, language: str) -> list[str]:
    """Return why the words of a track are not in its language, where they are in another script or still English."""
    segment = Segment(said, text, language)
    return [found.message for check in (check_script, check_english) for found in check(segment)]
