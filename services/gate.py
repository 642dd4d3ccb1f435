"""No how-to video goes live that somebody cannot follow (WCAG 1.2.2 captions, 1.2.3 transcript)."""

from collections.abc import Iterator
from typing import Any

from core.services import GateFinding
from django.utils.translation import gettext as _

from services.models import HowToVideoPage


def video_findings(obj: Any) -> Iterator[GateFinding]:
    """Yield what a how-to video page lacks; nothing for any other object."""
    if not isinstance(obj, HowToVideoPage):
        return
    if obj.video is None:
        yield GateFinding("video.missing", _("This page has no video."), _("Choose a video."))
        return
    if not obj.video.caption_paragraphs(obj.video.language):
        yield GateFinding(
            "video.captions",
            _("The video has no captions that can be read."),
            _("Add a WebVTT file with captions in the language that is spoken."),
            criterion="1.2.2",
        )
    if obj.transcript is None:
        yield GateFinding(
            "video.transcript",
            _("The video has no transcript."),
            _("Write down what is said and shown, or add captions."),
            criterion="1.2.3",
        )
