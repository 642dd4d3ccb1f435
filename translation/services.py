"""The only door of this room."""

from translation.gate import translation_of
from translation.others.views import other_languages
from translation.publish import UntranslatedError, translate
from translation.real import Language, languages_of, real_translations
from translation.sitemap import sitemap

__all__ = [
    "Language",
    "UntranslatedError",
    "languages_of",
    "other_languages",
    "real_translations",
    "sitemap",
    "translate",
    "translation_of",
]
