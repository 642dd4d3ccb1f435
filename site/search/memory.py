"""The memory of a process."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return to the system what was needed only while something was read: 67 MB of the model, with glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
