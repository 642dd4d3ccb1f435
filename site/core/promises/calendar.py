"""England's working days: Monday to Friday without bank holidays."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=32)
def bank_holidays(year: int) -> frozenset[date]:
    """Return England's bank holidays of ``year``, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_bank_holiday(day: date) -> bool:
    """Return whether ``day`` is a bank holiday in England."""
    return day in bank_holidays(day.year)


def is_working_day(day: date) -> bool:
    """Return whether the council works on ``day``."""
    return day.weekday() < SATURDAY and not is_bank_holiday(day)


def due_on(working_days: int, start: date) -> date:
    """Return the last day of a promise of ``working_days`` for a request made on ``start``.

    The day of the request does not count: 1 is the next working day. 0 is ``start`` itself, or the next
    working day when the council is closed on ``start``. A negative number is a ValueError.
    """
    if working_days < 0:
        raise ValueError("A promise cannot be shorter than 0 working days.")
    day, left = start, working_days
    while left or not is_working_day(day):
        day += ONE_DAY
        if left and is_working_day(day):
            left -= 1
    return day
