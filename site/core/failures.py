"""Name an exception without repeating its text, which may hold what a resident typed."""

import traceback


def code_of(error: BaseException) -> str:
    """Return a code such as ``raised:TimeoutError``, at most 80 characters."""
    return f"raised:{type(error).__name__}"[:80]


def place_of(error: BaseException) -> str:
    """Return where it was raised as ``file:line in function``, for the log."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "unknown"
    return f"{frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}"
