"""A disk, a quota or a database that takes nothing more: told apart from a fault of ours."""

import errno
import io
from typing import IO, Any, cast

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

#: No space on the device; quota used up; larger than the limit of a process or a file system (POSIX errno.h).
_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
#: PostgreSQL's class 53: disk full, out of memory, configured limit (its manual, appendix A).
_SQLSTATES = frozenset({"53100"})
_SQLITE = "database or disk is full"


def out_of_room(error: BaseException | None) -> bool:
    """Return whether an exception, or one that led to it, says that there is no room."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in _ERRNOS:
            return True
        if getattr(error, "sqlstate", None) in _SQLSTATES or _SQLITE in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


class _NoRoom(io.RawIOBase):
    """A file of which nothing was kept: whoever reads it meets the full disk."""

    def _fail(self, *_: Any) -> Any:
        raise OSError(errno.ENOSPC, "The upload could not be kept: no space left")

    read = readinto = seek = tell = fileno = _fail


class UnkeptUpload(UploadedFile):  # type: ignore[type-arg] # generic in the stubs alone
    """An upload for which there was no room. Its form can still say so beside the field, with all else kept."""

    def __init__(self, name: str | None, content_type: str | None) -> None:
        """Take the name and the type over; the size is set when all of it has come."""
        super().__init__(cast("IO[bytes]", _NoRoom()), name, content_type)


class RoomAwareUploadHandler(TemporaryFileUploadHandler):
    """Keeps large uploads on the disk. When it is full, the post is read to its end and the file is an UnkeptUpload."""

    file: Any

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:  # noqa: N803 - Django's
        """Refuse what says that it is too large before any of it is read. Raises RequestDataTooBig."""
        if content_length > settings.WAYMARK_LARGEST_POST:
            raise RequestDataTooBig(f"A post of {content_length} bytes")
        super().handle_raw_input(input_data, META, content_length, *args, **kwargs)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Make the temporary file, if there is room for one."""
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._let_go(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a part, or let it go by."""
        if isinstance(self.file, UnkeptUpload):
            return
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self._let_go(error)

    def file_complete(self, file_size: int) -> Any:
        """Return what there is; writing what was held back may be what fails."""
        if not isinstance(self.file, UnkeptUpload):
            try:
                return super().file_complete(file_size)
            except OSError as error:
                self._let_go(error)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        """Delete what was written."""
        if not isinstance(getattr(self, "file", None), UnkeptUpload):
            super().upload_interrupted()

    def _let_go(self, error: OSError) -> None:
        """Give up the file that was begun. Raises ``error`` when it is about something else."""
        if not out_of_room(error):
            raise error
        begun = getattr(self, "file", None)
        self.file = UnkeptUpload(self.file_name, self.content_type)
        if begun is not None and not isinstance(begun, UnkeptUpload):
            _drop(begun)


def _drop(begun: Any) -> None:
    """Close and delete a temporary file; closing writes what is held back, and so fails once more."""
    try:
        begun.close()
    except OSError:
        begun.file.close()
