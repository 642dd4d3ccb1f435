"""The only door of this room."""

from translation.gate import translation_of
from translation.others.views import other_languages
from translation.publish import UntranslatedError, translate
from translation.real import Language, languages_of, real_translations
from translation.sitemap import sitemap
from translation.versions import in_language_of, versions_of

__all__ = [
    "Language",
    "UntranslatedError",
    "in_language_of",
    "languages_of",
    "other_languages",
    "real_translations",
    "sitemap",
    "translate",
    "translation_of",
    "versions_of",
]
