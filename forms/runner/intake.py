"""Ask the library whether a file is safe. Whatever cannot be inspected is refused."""

from dataclasses import dataclass
from typing import IO

from django.core.files.uploadedfile import UploadedFile

from forms.models.file import ScanState
from library.services import Accepted, Policy, Quarantined, Refused, inspect

#: What residents may send: pictures and PDF, each up to 10 MB.
POLICY = Policy(extensions=("jpg", "jpeg", "png", "pdf"), max_bytes=10 * 1024 * 1024, from_staff=False)
TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}


@dataclass(frozen=True)
class Kept:
    """A file that may be stored: pictures come back without hidden data such as the place they were taken."""

    file: IO[bytes]
    size: int
    sha256: str
    content_type: str
    scan_state: ScanState


def look_into(upload: "UploadedFile[bytes]") -> Kept | str:
    """Return the file to keep, or the reason why not as a sentence for the resident."""
    verdict = inspect(upload, POLICY)
    match verdict:
        case Refused():
            return verdict.message
        case Quarantined():
            state = ScanState.QUARANTINED
        case Accepted():
            state = ScanState.CLEAN
    return Kept(verdict.file, verdict.size, verdict.sha256, TYPES[verdict.extension], state)
