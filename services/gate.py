"""What a how-to video page needs beyond what ``accessibility`` asks of every video (captions, transcript)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.services import GateFinding
from library.models import VideoTrack
from services.models import HowToVideoPage


def video_findings(obj: Any) -> Iterator[GateFinding]:
    """Yield what a how-to video page lacks; nothing for any other object."""
    if not isinstance(obj, HowToVideoPage):
        return
    if obj.video is None:
        yield GateFinding("video.missing", _("This page has no video."), _("Choose a video."))
        return
    if not obj.video.tells_what_it_shows:
        yield GateFinding(
            "video.described",
            _("Nobody has signed that everything the video shows is also said, and it has no described version."),
            _("Open the video in the media library, and tick that statement or choose a described version."),
            criterion="1.2.5",
        )
    tracks = [track for track in obj.video.tracks.all() if track.kind == VideoTrack.Kind.CAPTIONS]
    if tracks and not obj.video.caption_paragraphs(obj.video.language):
        yield GateFinding(
            "video.captions",
            _("The captions of the video cannot be read, or are not in the language that is spoken."),
            _("Add a WebVTT file with captions in that language."),
            criterion="1.2.2",
        )
