"""The text of a cue: tags, voices and character references (W3C WebVTT 1, section 6.4)."""

import html
import re

_TOKEN = re.compile(r"<[^>]*>?|[^<]+")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t\n\f]+([^>]+)>?")


def tokens(payload: str) -> list[str]:
    """Return tags (from ``<`` to ``>`` or the end) and the text between them."""
    return _TOKEN.findall(payload)


def plain(payload: str) -> str:
    """Return what is read: without tags, with characters instead of references."""
    return html.unescape("".join(token for token in tokens(payload) if not token.startswith("<"))).strip()


def speaker(payload: str) -> str:
    """Return who speaks, "" when the cue names nobody."""
    voice = _VOICE.search(payload)
    return html.unescape(voice.group(1)).strip() if voice else ""
