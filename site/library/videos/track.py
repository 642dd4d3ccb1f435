"""The screen on which captions are written and timed while the video plays. Without a script it is a text area."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from library.captions.quality import limits_of
from library.models import VideoTrack
from library.models.track_file import checked_track
from library.videos.base import VideoView, mark_of
from library.videos.words import advice_in_words, odd_words

#: What an empty track begins with.
START = "WEBVTT\n\n"


class TrackView(VideoView):
    """Captions, subtitles, chapters or descriptions of a video in one language."""

    template = "library/admin/video_track.html"

    def get(self, request: HttpRequest, kind: str, **_kwargs: Any) -> HttpResponse:
        """Draw what is there, in the language that it was begun in."""
        track = self.track(kind)
        return self.show(request, track, stored_in(track) or START, [])

    def post(self, request: HttpRequest, kind: str, **_kwargs: Any) -> HttpResponse:
        """Store the text, or the file that was chosen; what has faults comes back as it was typed."""
        track, upload = self.track(kind), request.FILES.get("file")
        text = request.POST.get("text", "").replace("\r\n", "\n")
        source = upload or ContentFile(text.strip().encode() + b"\n", name=f"{self.video.pk}-{self.language}.vtt")
        try:
            stored = checked_track(source, self.video.duration or None)
        except ValidationError as error:
            return self.show(request, track, text, error.messages, status=422)
        new, theirs = stored.read().decode(), stored_in(track)
        stored.seek(0)
        if "look" in request.POST:
            return self.show(request, track, new, [])
        if theirs not in ("", new) and mark_in(request, theirs) != mark_of(theirs):
            said = _("Somebody else has changed this meanwhile. Their text stands below: save again to replace it.")
            return self.show(request, track, new, [said], status=409, theirs=theirs)
        self.store(track, stored, str(request.user) if "checked" in request.POST else "")
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(request.path)

    def store(self, track: VideoTrack, content: ContentFile[bytes], checked_by: str) -> None:
        """Keep the track, and judge the pages that show the video again."""
        old = (track.file.storage, track.file.name) if track.pk else None
        track.file.save(str(content.name), content, save=False)
        track.checked_by = checked_by[:120]
        track.save()
        if old and old[1] and old[1] != track.file.name:
            old[0].delete(old[1])
        self.video.save()

    def track(self, kind: str) -> VideoTrack:
        """Return the track, or a new one. Raises Http404 for a kind that HTML does not know."""
        if kind not in VideoTrack.Kind.values:
            raise Http404
        known = self.video.tracks.filter(kind=kind, language=self.language).first()
        return known or VideoTrack(video=self.video, kind=kind, language=self.language)

    def show(
        self,
        request: HttpRequest,
        track: VideoTrack,
        text: str,
        faults: list[str],
        *,
        status: int = 200,
        theirs: str = "",
    ) -> HttpResponse:
        """Return the screen with the text, its faults, advice, and what others have stored meanwhile."""
        source = self.video.tracks.filter(kind=VideoTrack.Kind.CAPTIONS, language=self.video.language).first()
        said = source.read() if source and source.language != self.language else ""
        return self.draw(
            request,
            status,
            track=track,
            text=text,
            faults=faults,
            # Whoever has seen what others stored may replace it.
            mark=mark_of(theirs) if theirs else mark_in(request, stored_in(track)),
            theirs=theirs,
            advice=[*odd_words(said, text, self.language), *advice_in_words(text, self.language)],
            limits=limits_of(self.language),
            source=said,
        )


def mark_in(request: HttpRequest, stored: str) -> str:
    """Return the mark of the text that the screen was drawn with; without one, that of the text that is stored."""
    return str(request.POST.get("mark", mark_of(stored)))


def stored_in(track: VideoTrack) -> str:
    """Return the text of a track; empty for a new one."""
    return track.read() if track.file else ""
