"""Files on disk that are there as a whole or not at all, also when the disk fills or two come at once."""

import os
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import UploadedFile

#: File systems take 255 bytes in a name; what is left over is for the letters that make it unique.
NAME_BYTES = 180
READABLE = 0o640


class StagedFile(UploadedFile):  # type: ignore[type-arg] # generic in the stubs alone
    """An upload that lies on the disk of the store already, without a name there; it is gone when it is closed."""

    file: IO[bytes]

    def __init__(self, upload: File[bytes], folder: Path) -> None:
        """Copy ``upload``. Raises OSError when there is no room; then nothing of it is left."""
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(AttributeError, OSError):
            upload.seek(0)
        copy = tempfile.NamedTemporaryFile(dir=folder, prefix=".incoming-", delete=False)  # noqa: SIM115 - see close
        # Also when a form is never sent again, or copying ends half way.
        self.forget = weakref.finalize(self, _unlink, copy.name)
        try:
            for chunk in upload.chunks():
                copy.write(chunk)
            copy.flush()
        except BaseException:
            copy.close()
            self.forget()
            raise
        copy.seek(0)
        size = Path(copy.name).stat().st_size
        super().__init__(copy, upload.name, getattr(upload, "content_type", None), size)

    @property
    def path(self) -> str:
        """Return where it lies."""
        return str(self.file.name)

    def close(self) -> None:
        """Close and delete it; what was stored from it stays under its own name."""
        super().close()
        self.forget()


def _unlink(path: str) -> None:
    """Delete a file that may be gone."""
    Path(path).unlink(missing_ok=True)


class WholeFileStorage(FileSystemStorage):
    """Writes beside the place first; a name is taken by one file only (POSIX ``link`` fails when it exists)."""

    def get_valid_name(self, name: str) -> str:
        """Return a name without path, spaces and marks that change the reading direction, not too long for a disk."""
        valid = super().get_valid_name(name)
        stem, dot, extension = valid.rpartition(".")
        room = NAME_BYTES - len(f"{dot}{extension}".encode())
        short = stem.encode()[: max(room, 1)].decode(errors="ignore")
        return f"{short}{dot}{extension}" if dot else valid.encode()[:NAME_BYTES].decode(errors="ignore")

    def _save(self, name: str, content: File[Any]) -> str:
        """Store the content under ``name`` or one like it, and return which."""
        folder = Path(self.path(name)).parent
        staged = content if isinstance(content, StagedFile) else StagedFile(content, folder)
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                os.link(staged.path, self.path(name))
                break
            except FileExistsError:
                name = self.get_available_name(name)
        Path(self.path(name)).chmod(self.file_permissions_mode or READABLE)
        staged.forget()
        return name.replace("\\", "/")
