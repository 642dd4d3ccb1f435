"""The promise in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def working_days_in_words(count: int) -> str:
    """Return for example "2 working days", in the active language and with its plural."""
    if count == 0:
        return _("the same working day")
    return ngettext("%(count)d working day", "%(count)d working days", count) % {"count": count}
