"""Numbers of people as staff see them: a small one could point at somebody and is not shown."""

from django.utils.translation import gettext_lazy as _

FEWEST = 5


def in_words(count: int) -> str:
    """Return a count, or that it is small."""
    return str(count) if count >= FEWEST else str(_("fewer than 5"))
