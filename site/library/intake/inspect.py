"""The one verb of the intake: size, type by content, structure, virus scan, in this order, cheapest first."""

import hashlib
from pathlib import PurePath
from typing import IO, Any

from django.template.defaultfilters import filesizeformat

from core.services import out_of_room
from library.intake import kinds, pictures
from library.intake.base import Accepted, Outcome, Policy, Quarantined, Refused
from library.intake.clamd import Scan, scan
from library.intake.structure import fault_in
from library.intake.words import refusal

CHUNK = 1 << 20


def inspect(upload: Any, policy: Policy) -> Outcome:
    """Return whether an upload may be stored. ``upload`` is a Django file: readable, seekable, with a ``name``.

    Where there is no room even to look at it, the answer is a refusal that says so.
    """
    try:
        return _inspect(upload, policy)
    except OSError as error:
        if out_of_room(error):
            return _refuse("not_stored", policy)
        raise


def _inspect(upload: Any, policy: Policy) -> Outcome:
    """Ask what is cheapest first."""
    size, digest = _measure(upload, policy.max_bytes)
    if size == 0 or size > policy.max_bytes:
        return _refuse("too_large" if size else "empty", policy)
    extension = kinds.extension_of(upload)
    code = _misfit(extension, upload.name or "", policy) or fault_in(upload, extension)
    if code:
        return _refuse(code, policy)
    found = scan(upload)
    if found is Scan.INFECTED:
        return _refuse("infected", policy)
    try:
        file = pictures.redraw(upload, extension) if extension in pictures.FORMATS else upload
    except pictures.UnreadablePictureError:
        return _refuse("picture", policy)
    if file is not upload:
        size, digest = _measure(file, policy.max_bytes * 4)
    if found is Scan.UNAVAILABLE and not policy.from_staff:
        return Quarantined(file, extension, size, digest, "unscanned")
    return Accepted(file, extension, size, digest, scanned=found is Scan.CLEAN)


def _measure(file: IO[bytes], largest: int) -> tuple[int, str]:
    """Return size and SHA-256, and stop reading as soon as the file is too large."""
    size, digest = 0, hashlib.sha256()
    file.seek(0)
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if size > largest:
            break
        digest.update(chunk)
    file.seek(0)
    return size, digest.hexdigest()


def _misfit(extension: str, name: str, policy: Policy) -> str:
    """Return a code when the content is no type we take, or the name says something else."""
    allowed = {kinds.usual(choice) for choice in policy.extensions}
    if extension not in allowed:
        return "wrong_type"
    return "" if kinds.usual(PurePath(name).suffix.lstrip(".")) == extension else "wrong_name"


def _refuse(code: str, policy: Policy) -> Refused:
    """Return a refusal in plain words."""
    allowed = ", ".join(choice.upper() for choice in policy.extensions)
    return Refused(code, refusal(code, allowed=allowed, largest=filesizeformat(policy.max_bytes)))
