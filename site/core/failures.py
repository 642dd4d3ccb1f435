"""Name an exception without repeating its text, which may hold what a resident typed."""

import logging
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


def log_failure(logger: logging.Logger, words: str, *values: object, error: BaseException | None = None) -> None:
    """Log a failure without its traceback, which would hold the text; with ``error``, its code and place are added."""
    if error is not None:
        words, values = f"{words}: %s at %s", (*values, code_of(error), place_of(error))
    logger.error(words, *values)


class WithoutText(logging.Filter):
    """Logs of others: an exception is told by its code and place, without its text."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record through, shortened."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg = f"{record.getMessage()}: {code_of(error)} at {place_of(error)}"
            record.args = ()
        record.exc_info = record.exc_text = None
        return True
