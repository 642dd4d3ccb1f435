"""What editors typed, as it may be compared and stored."""

from collections.abc import Mapping

from django.conf import settings

from search.folding import without_controls


def words_in(sent: Mapping[str, str], name: str, most: int) -> str:
    """Return a field as one line of at most ``most`` characters, without control characters (no database keeps NUL)."""
    return " ".join(without_controls(sent.get(name, "")[: most * 10]).split())[:most].rstrip()


def language_in(sent: Mapping[str, str]) -> str:
    """Return the language that was chosen; the site's own where it has no such one."""
    code = sent.get("language", "")
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
