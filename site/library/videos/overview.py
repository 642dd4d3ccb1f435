"""The screen that lists what a video says in each language, and what is missing before a page with it goes live."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Locale

from core.languages import language_name
from library.models import Video, VideoTrack
from library.videos.base import VideoView, languages_of
from library.videos.rights import may_change, may_write

_KINDS = VideoTrack.Kind


@dataclass(frozen=True)
class Cell:
    """One kind of words in one language: ``cues`` is None where there is no track yet."""

    kind: str
    label: str
    cues: int | None
    checked_by: str = ""


@dataclass(frozen=True)
class Row:
    """What a video says in one language; ``transcript`` is None where a language has no pages."""

    language: str
    name: str
    cells: list[Cell]
    transcript: bool | None


class OverviewView(VideoView):
    """What a video says, language by language."""

    template = "library/admin/video_words.html"

    def may_open(self, user: Any) -> bool:
        """Return whether the person writes in any language of the video."""
        return any(may_write(user, self.video, code) for code in languages_of(self.video))

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Draw the table of what the person may write."""
        locales = set(Locale.objects.values_list("language_code", flat=True))
        mine = [code for code in languages_of(self.video) if may_write(request.user, self.video, code)]
        rows = [_row(self.video, code, with_text=code in locales) for code in mine]
        return self.draw(request, rows=rows, may_change=may_change(request.user, self.video))


def _row(video: Video, language: str, *, with_text: bool) -> Row:
    words = _KINDS.CAPTIONS if language == video.language else _KINDS.SUBTITLES
    cells = [_cell(video, kind, language) for kind in (words, _KINDS.CHAPTERS, _KINDS.DESCRIPTIONS)]
    written = any(text.transcript.strip() for text in video.texts.all() if text.locale.language_code == language)
    return Row(language, language_name(language), cells, written if with_text else None)


def _cell(video: Video, kind: VideoTrack.Kind, language: str) -> Cell:
    tracks = (track for track in video.tracks.all() if (track.kind, track.language) == (kind, language))
    track = next(tracks, None)
    if track is None:
        return Cell(kind, str(kind.label), None)
    return Cell(kind, str(kind.label), len(track.cues()), track.checked_by)
