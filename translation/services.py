"""The only door of this room."""

from translation.publish import UntranslatedError, translate
from translation.real import Language, languages_of, real_translations

__all__ = ["Language", "UntranslatedError", "languages_of", "real_translations", "translate"]
