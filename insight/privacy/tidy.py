"""Characters that no database, screen or reader can use: gone before anything else looks at the text."""

import re

#: Control characters other than tab and line feed, and surrogates that no encoding can hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
#: Marks that reorder what is read after them (Unicode annex 9); Arabic and Urdu need none of them.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Return ``text`` with one kind of line end and without control characters and direction overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _OVERRIDES.sub("", _CONTROL.sub("", text)).strip()
