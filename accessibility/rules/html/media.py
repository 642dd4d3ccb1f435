"""Video and sound: WCAG 1.2 and 1.4.2. What a file says cannot be heard here, so most rules ask the author.

The ids in brackets are those of the W3C's ACT rules.
"""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

SOUND_FILE = re.compile(r"\.(mp3|ogg|oga|wav|m4a|aac|flac)$", re.IGNORECASE)
VIDEO_FILE = re.compile(r"\.(mp4|m4v|webm|ogv|mov|avi|wmv)$", re.IGNORECASE)


def kinds_of_track(element: Element) -> set[str]:
    """Return the kinds of text tracks that a player has."""
    return {(track.get("kind") or "subtitles").lower() for track in element.iter("track")}


@register_rule
class AudioAlternative(HtmlRule):
    """What is said in a sound can be read (e7aa44, 2eb176, afb423)."""

    id = "html-audio-transcript"
    criteria = ("1.2.1",)
    level = "warn"
    tags = ("audio",)
    message = _("Check that all that is said here stands in words on this page or behind a link beside it.")
    why = _("Deaf people, and people without sound, read instead.")
    how = _("Write the transcript, and say above it that it is the transcript.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "controls" in element.attrib or "autoplay" in element.attrib


@register_rule
class LinkedSound(HtmlRule):
    """What is said behind a link can be read."""

    id = "html-link-to-sound"
    criteria = ("1.2.1",)
    level = "warn"
    tags = ("a",)
    message = _("This link leads to a sound or video. Check that a transcript stands beside it.")
    why = _("Deaf people, and people without sound, read instead.")
    how = _("Put a link to the transcript beside it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        path = urlsplit(element.get("href") or "").path
        return bool(SOUND_FILE.search(path) or VIDEO_FILE.search(path))


class VideoQuestion(HtmlRule):
    """A question that a video's author has to answer."""

    level = "warn"
    tags = ("video",)


@register_rule
class VideoCaptions(VideoQuestion):
    """What is said in a video can be read as it is said (f51b46)."""

    id = "html-video-captions"
    criteria = ("1.2.2",)
    message = _("Check that this video's captions say all that is said.")
    why = _("Deaf people, and people who watch without sound, read what is said.")
    how = _("Watch the video with its captions, and mend the file.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return bool(kinds_of_track(element) & {"captions", "subtitles"})


@register_rule
class SilentVideo(VideoQuestion):
    """A video without sound has its content in words or as sound (c3232f, ee13b5, d7ba54)."""

    id = "html-video-silent"
    criteria = ("1.2.1",)
    message = _("If this video has no sound, check that words or a sound track say what it shows.")
    why = _("People who cannot see it get nothing.")
    how = _("Describe it in the text beside it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return True


@register_rule
class VideoDescription(VideoQuestion):
    """What a video only shows is described (1ec09b)."""

    id = "html-video-description"
    criteria = ("1.2.5",)
    message = _("Check that what this video only shows is also said, or described on a second sound track.")
    why = _("People who cannot see it miss what nobody says.")
    how = _("Say it in the video, or offer one with audio description.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "descriptions" not in kinds_of_track(element)


@register_rule
class VideoTranscript(VideoQuestion):
    """A video has a full transcript or an audio description (1a02b0, 1ea59c, ab4d13, fd26cf)."""

    id = "html-video-transcript"
    criteria = ("1.2.3",)
    message = _("Check that a transcript of this video says all that is said and shown.")
    why = _("People who can neither see nor hear it, or have no data left, read it instead.")
    how = _("Write the transcript below the video.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return True


@register_rule
class StartsByItself(HtmlRule):
    """Nothing makes a sound by itself (80f0bf, aaa1bf, 4c31df)."""

    id = "html-media-autoplay"
    criteria = ("1.4.2",)
    tags = ("audio", "video")
    hidden_too = True
    message = _("This starts to play by itself.")
    why = _("It drowns out the screen reader, and startles.")
    how = _("Remove autoplay, so that people start it themselves.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "autoplay" in element.attrib and "muted" not in element.attrib


@register_rule
class MovesByItself(HtmlRule):
    """What moves by itself can be stopped."""

    id = "html-media-loop"
    criteria = ("2.2.2",)
    level = "warn"
    tags = ("video",)
    hidden_too = True
    message = _("This video starts by itself and cannot be stopped.")
    why = _("What moves draws the eye away from the words.")
    how = _("Give it controls, or let people start it themselves.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "autoplay" in element.attrib and "controls" not in element.attrib


@register_rule
class Marquee(HtmlRule):
    """Words stand still (efbfc7)."""

    id = "html-moving-text"
    criteria = ("2.2.2",)
    tags = ("marquee", "blink")
    message = _("These words move or blink.")
    why = _("Moving words cannot be read by everyone, and cannot be stopped.")
    how = _("Write them as plain text.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return True
