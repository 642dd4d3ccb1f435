"""Where Wagtail lets this room in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks

from library.serving.view import before_serve
from library.videos.delete import delete_video
from library.videos.overview import OverviewView
from library.videos.text import TextView
from library.videos.track import TrackView

# After Wagtail's own check of private collections.
hooks.register("before_serve_document", before_serve, order=100)


def no_sound(_request: HttpRequest) -> HttpResponse:
    """Sound alone has no screens here: nothing asks for its transcript yet. Raises Http404."""
    raise Http404


def admin_urls() -> list[URLPattern]:
    """Give the screens of a video their addresses, before wagtailmedia's own."""
    return [
        path("media/audio/add/", no_sound),
        path("media/audio/chooser/upload/", no_sound),
        path("media/delete/<int:media_id>/", delete_video),
        path("media/<int:video_id>/words/", OverviewView.as_view(), name="video_words"),
        path("media/<int:video_id>/text/<slug:language>/", TextView.as_view(), name="video_text"),
        path("media/<int:video_id>/track/<slug:kind>/<slug:language>/", TrackView.as_view(), name="video_track"),
    ]


hooks.register("register_admin_urls", admin_urls, order=-10)
