"""The memory of a process."""

import ctypes
from contextlib import suppress

#: glibc's names of what can be set, in ``malloc.h``.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
#: Bytes from which a block has a place of its own, that goes back to the system when it is freed.
LARGE = 256 * 1024


def give_back() -> None:
    """Return to the system what was needed only while something was read: 67 MB of the model, with glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def let_go_of_large_blocks() -> None:
    """Return every large block as soon as it is freed.

    glibc raises its idea of "large" with each one that is freed, up to 32 MB, and then keeps what searches leave: 15 MB
    a process.
    """
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(_MMAP_THRESHOLD, LARGE)
        libc.mallopt(_TRIM_THRESHOLD, LARGE)
