"""The patterns of everything in a text that is no word: placeholders of several formats, tags, links."""

import re
from pathlib import Path

_CONVERSION = r"(?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGcrsaASCpn]"
#: printf of Python and C, with a space as flag only where the entry says that it is a format.
_PRINTF = rf"%(?:\d+\$)?[#0\-+'I]*(?:\d+|\*)?(?:\.(?:\d+|\*))?{_CONVERSION}(?![A-Za-z])"
_PRINTF_FLAGGED = rf"%(?:\d+\$)?[#0\- +'I]*(?:\d+|\*)?(?:\.(?:\d+|\*))?{_CONVERSION}|%<PRI\w+>"
_NAMED = r"%\([^()\s]*\)(?:[#0\-+ ]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa])?"
_BRACES = r"\{\{\s*[^{}]*\s*\}\}|\{[A-Za-z_0-9.\[\]]*(?:![rsa])?(?::[^{}]*)?\}"
_OTHER = r"%\{\w+\}|\$\{[^{}]+\}|\$[A-Za-z_]\w*"
#: The argument of an ICU message, and the word before each of its branches.
_ICU = r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b\s*,?"

FORMATS = re.compile("|".join([_NAMED, _ICU, _OTHER, _BRACES, _PRINTF]))
_FLAGGED = re.compile("|".join([_NAMED, _ICU, _OTHER, _BRACES, "%%", _PRINTF_FLAGGED]))
_QT = re.compile("|".join([r"%L?\d{1,2}|%n", FORMATS.pattern]))
_PERCENT = frozenset({"python-format", "c-format", "objc-format", "php-format"})

#: The names of HTML elements that stand in texts.
HTML = frozenset(Path(__file__).with_name("html.txt").read_text(encoding="utf-8").split())
_NAMES = "|".join(sorted(HTML, key=len, reverse=True))
TAG = re.compile(rf"</?(?:{_NAMES}|\d+)(?:\s[^<>]*|/)?>", re.IGNORECASE)
#: What looks like a tag and names none, such as ``<file>`` in the help of a command.
TAG_LIKE = re.compile(r"</?[^\W\d][^<>\n]{0,60}>")

_HOST = r"(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|edu|info|dev|uk|io|eu|int|gov|example|test)\b"
_TAIL = r"[^\s<>\"'“”„«»()\[\]{}،؛۔。，、]*"
_LINKS = (
    rf"(?:https?|ftp)://{_TAIL}",
    r"(?:mailto|tel):[^\s<>\"']+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
    rf"(?<![\w.-])(?:www\.)?{_HOST}(?:/{_TAIL})?",
)
LINKS = re.compile("|".join(_LINKS), re.IGNORECASE)


def formats_for(flags: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of placeholders for an entry with these gettext flags."""
    if flags & _PERCENT:
        return _FLAGGED
    return _QT if "qt-format" in flags or "kde-format" in flags else FORMATS
