"""Whether a place is open now, and when it opens next."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from services.opening import State
from services.words.dates import time_in_words, weekday_and_day


def state_in_words(state: State) -> str:
    """Return one sentence, such as "Open now, until 5pm." or "Closed now. It opens on Monday at 9am."."""
    if state.until:
        return _("Open now, until %(time)s.") % {"time": time_in_words(state.until)}
    if state.next_day is None or state.next_time is None:
        return _("Closed now.")
    when = {"time": time_in_words(state.next_time)}
    away = (state.next_day - timezone.localdate()).days
    if away == 0:
        return _("Closed now. It opens today at %(time)s.") % when
    if away == 1:
        return _("Closed now. It opens tomorrow at %(time)s.") % when
    if away < 7:
        return _("Closed now. It opens on %(day)s at %(time)s.") % {**when, "day": date_format(state.next_day, "l")}
    return _("Closed now. It opens on %(day)s at %(time)s.") % {**when, "day": weekday_and_day(state.next_day)}
