"""What videos say in a language: subtitles and transcripts are part of the same desk."""

from dataclasses import dataclass

from library.models import Video, VideoTrack


@dataclass(frozen=True)
class VideoRow:
    """A video that speaks another language: how many cues it has there and here, and whether its words are written."""

    video: Video
    said: int
    done: int
    has_transcript: bool


def videos_for(code: str) -> list[VideoRow]:
    """Return the videos with captions that could have subtitles in a language, by their titles."""
    spoken = Video.objects.exclude(language=code).filter(tracks__kind=VideoTrack.Kind.CAPTIONS).distinct()
    return [_row(video, code) for video in spoken.order_by("title").prefetch_related("tracks", "texts__locale")]


def _row(video: Video, code: str) -> VideoRow:
    said = len(video.cues(VideoTrack.Kind.CAPTIONS, video.language))
    written = any(text.transcript.strip() for text in video.texts.all() if text.locale.language_code == code)
    return VideoRow(video, said, len(video.cues(VideoTrack.Kind.SUBTITLES, code)), written)
