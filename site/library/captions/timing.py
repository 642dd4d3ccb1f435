"""Times of WebVTT (W3C WebVTT 1, section 6.1 "collect a WebVTT timestamp" and 6.3 "cue timings")."""

import re

WHITESPACE = " \t\n\f\r"
ARROW = "-->"
#: Hours may have any number of digits; a first part of other than two digits, or over 59, is hours.
_TIME = re.compile(r"(?:([0-9]+):)?([0-9]{2}):([0-9]{2})\.([0-9]{3})(?![0-9])")
#: Not in the standard, but read by players: a first part over 59 without seconds is hours ("120:00.000").
_HOURS_AND_MINUTES = re.compile(r"([0-9]+):([0-9]{2})\.([0-9]{3})(?![0-9])")
_MOST = 59
#: Hours of more digits count as so many nines: no film is as long, and not every number has a place in a float.
_DIGITS = 9


def timestamp(text: str, at: int = 0) -> tuple[float, int] | None:
    """Return the time in seconds that stands at ``at`` and where it ends; None when there is none."""
    match = _TIME.match(text, at)
    if match is None or int(match.group(2)) > _MOST:
        return _hours_and_minutes(text, at)
    hours, minutes, seconds, thousandths = (whole(part or "0") for part in match.groups())
    if seconds > _MOST:
        return None
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000, match.end()


def _hours_and_minutes(text: str, at: int) -> tuple[float, int] | None:
    match = _HOURS_AND_MINUTES.match(text, at)
    if match is None:
        return None
    hours, minutes, thousandths = map(whole, match.groups())
    if hours <= _MOST or minutes > _MOST:
        return None
    return hours * 3600 + minutes * 60 + thousandths / 1000, match.end()


def whole(digits: str) -> int:
    """Return the number that ``digits`` stand for, however many they are."""
    digits = digits.lstrip("0") or "0"
    return int(digits) if len(digits) <= _DIGITS else 10**_DIGITS - 1


def timings(line: str) -> tuple[float, float, str] | None:
    """Return start, end and the settings of a line such as ``00:01.000 --> 00:02.000 align:start``; None if broken."""
    at = _skip(line, 0)
    start = timestamp(line, at)
    if start is None:
        return None
    at = _skip(line, start[1])
    if not line.startswith(ARROW, at):
        return None
    end = timestamp(line, _skip(line, at + len(ARROW)))
    return None if end is None else (start[0], end[0], line[end[1] :])


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at] in WHITESPACE:
        at += 1
    return at
