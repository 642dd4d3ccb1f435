"""Which engine drafts which language: the council's setting, read anew each time."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _

from translation.engines import apertium
from translation.engines.base import Engine
from translation.engines.web import DeepL, LibreTranslate

#: Name in the settings -> the engine, made from its address and key.
ENGINES: dict[str, Callable[[str, str], Engine]] = {"libretranslate": LibreTranslate, "deepl": DeepL}
#: The one without an address: it runs on the server itself.
OFFLINE = "apertium"


def engine_for(language: str) -> Engine | None:
    """Return the engine of ``WAYMARK_TRANSLATION_ENGINES``, or None: a language has none unless the council says so.

    None too where the chosen one is not installed, see :func:`why_none`. Raises KeyError for the name of an engine
    that does not exist.
    """
    chosen = settings.WAYMARK_TRANSLATION_ENGINES.get(language)
    if not chosen:
        return None
    if chosen["engine"] == OFFLINE:
        return None if apertium.missing(language) else apertium.Apertium(apertium.MODES[language])
    return ENGINES[chosen["engine"]](chosen["url"], chosen.get("key", ""))


def why_none(language: str) -> str:
    """Return why a language has no engine, in words for whoever asks for a draft."""
    chosen = settings.WAYMARK_TRANSLATION_ENGINES.get(language)
    if not chosen or chosen["engine"] != OFFLINE:
        return _("No machine drafts this language.")
    if language not in apertium.MODES:
        return _("Apertium does not translate into this language. Choose another engine in the settings.")
    return _("Apertium is not installed on the server. It needs these packages: %(packages)s.") % {
        "packages": apertium.missing(language)
    }
