"""Ask the library whether a file is safe. Whatever cannot be inspected is refused."""

from dataclasses import dataclass

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from forms.models.file import ScanState


@dataclass(frozen=True)
class Kept:
    """A file that may be stored: its content, perhaps rewritten without hidden data, and its real type."""

    file: File
    content_type: str
    scan_state: str = ScanState.CLEAN


def look_into(upload: UploadedFile) -> Kept | str:
    """Return the file to keep, or the reason why not as a sentence for the resident."""
    try:
        from library import services as library
    except ImportError:
        return _("We cannot take files at the moment. Send your form without it, or call us.")
    raise NotImplementedError(library)
