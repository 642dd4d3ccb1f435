"""What the screens of a video's words share: the video, and who may write."""

from hashlib import sha256
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from core.languages import direction, language_name
from library.models import Video
from library.videos.rights import may_write


def languages_of(video: Video) -> list[str]:
    """Return the languages of the site, and those that the video speaks or has captions in, spoken one first."""
    codes = [video.language, *(code for code, _name in settings.LANGUAGES)]
    return list(dict.fromkeys([*codes, *(track.language for track in video.tracks.all())]))


def mark_of(*texts: str) -> str:
    """Return what tells whether somebody else has changed stored texts since a screen was drawn."""
    return sha256("\x00".join(texts).encode()).hexdigest()


class VideoView(View):
    """A screen about one video in one language. Raises PermissionDenied, Http404."""

    template: ClassVar[str]
    video: Video
    language: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the video, and ask whether the language is the person's."""
        videos = Video.objects.prefetch_related("tracks", "texts__locale")
        self.video = get_object_or_404(videos, pk=kwargs["video_id"])
        self.language = kwargs.get("language", self.video.language)
        if self.language not in languages_of(self.video):
            raise Http404
        if not self.may_open(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_open(self, user: Any) -> bool:
        """Return whether the screen is the person's."""
        return may_write(user, self.video, self.language)

    def draw(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        """Return the screen."""
        shared = {
            "video": self.video,
            "language": self.language,
            "language_name": language_name(self.language),
            "dir": direction(self.language),
        }
        return render(request, self.template, {**shared, **context}, status=status)
