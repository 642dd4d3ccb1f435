"""What an uploaded captions file must be before it is stored."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from library.captions import CaptionError, faults, to_webvtt

#: A long file with one habit has one fault a cue; a person mends the first ones and tries again.
MOST_FAULTS = 10
#: Captions of a day-long film are far below it.
MOST_BYTES = 2_000_000


def checked_track(file: File[bytes], duration: float | None) -> ContentFile[bytes]:
    """Return an uploaded captions file as valid WebVTT, named ``.vtt``.

    ``duration`` is the video's length in seconds, where it is known. Raises a ValidationError that names each fault.
    """
    if file.size > MOST_BYTES:
        raise ValidationError({"file": _("This file is too large for captions. The most is 2 MB.")})
    file.seek(0)
    try:
        text = to_webvtt(file.read(), str(file.name))
    except CaptionError as error:
        raise ValidationError({"file": str(error)}) from error
    found = faults(text.encode(), duration or None)
    if found:
        lines = [_("Line %(line)s: %(message)s") % {"line": one.line, "message": one.message} for one in found]
        raise ValidationError({"file": lines[:MOST_FAULTS]})
    return ContentFile(text.encode(), name=f"{PurePath(str(file.name)).stem}.vtt")
