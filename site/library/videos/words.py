"""Advice about captions in words for the person who writes them."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from library.captions import Advice, advice, parse
from library.captions.importing import clock

#: Takes what the video says (empty where that is not written), what a track says, and the language of the track
#: (BCP 47), and returns what is odd about the words.
WordsCheck = Callable[[str, str, str], Iterable[str]]

_checks: list[WordsCheck] = []


def register_words_check(check: WordsCheck) -> None:
    """Let ``check`` look at the words of each track, such as whether they are in its language at all."""
    _checks.append(check)


def odd_words(said: str, text: str, language: str) -> list[str]:
    """Return what all checks find odd about a track; ``said`` and ``text`` are WebVTT, or empty."""
    spoken, written = _plain(said), _plain(text)
    return [found for check in _checks if written for found in check(spoken, written, language)]


def _plain(text: str) -> str:
    try:
        return "\n".join(cue.text for cue in parse(text))
    except ValueError:
        return ""


def advice_in_words(text: str, language: str) -> list[str]:
    """Return one sentence for each piece of advice about a WebVTT text; none where it is no WebVTT."""
    try:
        return [_sentence(each) for each in advice(parse(text), language)]
    except ValueError:
        return []


def _sentence(each: Advice) -> str:
    sentences = {
        "too-fast": _("%(at)s: %(found)s characters a second are hard to read. Stay below %(limit)s."),
        "many-words": _("%(at)s: %(found)s words a minute are hard to read. Stay below %(limit)s."),
        "long-line": _("%(at)s: a line has %(found)s characters. Break it before %(limit)s."),
        "many-lines": _("%(at)s: %(found)s lines cover much of the picture. Use %(limit)s at most."),
        "overlap": _("%(at)s: this caption begins %(found)s seconds before the one above it ends."),
        "short-gap": _("%(at)s: a gap of %(found)s seconds flickers. Close it, or leave %(limit)s or more."),
        "silence": _("%(at)s: nothing is captioned for %(found)s seconds. Say what is heard, such as [music]."),
    }
    values = {"at": clock(each.start), "found": f"{each.found:g}", "limit": f"{each.limit:g}"}
    return sentences[each.code] % values
