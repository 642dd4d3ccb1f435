"""Who may write the captions and words of a video: whoever may change it, and whoever a room lets in by language."""

from collections.abc import Callable
from typing import Any

from wagtailmedia.permissions import get_permission_policy

from library.models import Video

#: Takes a user and a language (BCP 47) and returns whether the user writes in it.
LanguageRight = Callable[[Any, str], bool]

_rights: list[LanguageRight] = []


def register_language_right(right: LanguageRight) -> None:
    """Let the people for whom ``right`` says so write what a video says in their language."""
    _rights.append(right)


def may_change(user: Any, video: Video) -> bool:
    """Return whether a user may change the video itself."""
    return bool(get_permission_policy().user_has_permission_for_instance(user, "change", video))


def may_write(user: Any, video: Video, language: str) -> bool:
    """Return whether a user may write captions and words in a language."""
    return may_change(user, video) or any(right(user, language) for right in _rights)
