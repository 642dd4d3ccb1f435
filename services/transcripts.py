"""The words of a video for a page: written by a person where there are some, else drawn from the captions."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from library.models import Video


@dataclass(frozen=True)
class Transcript:
    """What is said, and the language it stands in (WCAG 3.1.2)."""

    paragraphs: list[str]
    language: str


def transcript_for(video: Video, language: str) -> Transcript | None:
    """Return the transcript in ``language``, else in English, else in the language spoken; None without any words."""
    for wanted in dict.fromkeys([language, settings.LANGUAGE_CODE, video.language]):
        paragraphs = _written(video, wanted) or video.caption_paragraphs(wanted)
        if paragraphs:
            return Transcript(paragraphs, wanted)
    return None


def _written(video: Video, language: str) -> list[str]:
    texts = (text for text in video.texts.all() if text.locale.language_code == language)
    return [part.strip() for text in texts for part in text.transcript.split("\n\n") if part.strip()]


def length_in_words(seconds: float) -> str:
    """Return a running time as a sentence, "It runs for 1 minute 20 seconds."; empty for none."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes and not rest:
        return ""
    some_seconds = ngettext("%(count)d second", "%(count)d seconds", rest) % {"count": rest}
    if not minutes:
        return _("It runs for %(seconds)s.") % {"seconds": some_seconds}
    some_minutes = ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    if not rest:
        return _("It runs for %(minutes)s.") % {"minutes": some_minutes}
    return _("It runs for %(minutes)s and %(seconds)s.") % {"minutes": some_minutes, "seconds": some_seconds}
