"""Logs hold no personal data: what looks like an address, a number or a token is struck out."""

import logging
import re

# Bounded repeats keep the time linear: an address of thousands of letters must not hold the log up.
REPLACEMENTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+%-]{1,254}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63})+"), "[e-mail]"),
    (
        re.compile(
            r"(?i)\b(csrfmiddlewaretoken|authorization|cookie|password|secret|session(?:id)?|token|code|key)"
            r"""(["']?\s*[=:]\s*["']?)[^\s&,;"']+"""
        ),
        r"\1\2[secret]",
    ),
    (re.compile(r"\b[0-9a-f]{32,}\b"), "[token]"),
    # URL-safe random text mixes the three kinds; the words of an address do not.
    (re.compile(r"\b(?=[\w-]{0,254}[a-z])(?=[\w-]{0,254}[A-Z])(?=[\w-]{0,254}[0-9])[A-Za-z0-9_-]{22,}"), "[token]"),
    (re.compile(r"(?<!\w)(?:\+44|0)\s?[1-9](?:[ -]?\d){8,9}(?!\d)"), "[phone]"),
)
LINE_BREAKS = re.compile(r"[\r\n\x85\u2028\u2029]+")


def redact(text: str) -> str:
    """Return ``text`` with e-mail addresses, secrets, tokens and British phone numbers struck out."""
    for pattern, replacement in REPLACEMENTS:
        text = pattern.sub(replacement, text)
    return text


class RedactFilter(logging.Filter):
    """Strike out in the message and the traceback; a message is always one line (CWE-117)."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place and let it through."""
        record.msg = LINE_BREAKS.sub(" ", redact(record.getMessage()))
        record.args = ()
        if record.exc_info:
            record.exc_text = redact(record.exc_text or logging.Formatter().formatException(record.exc_info))
        return True
