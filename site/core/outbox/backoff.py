"""How long to wait before the next try: soon at first, then every six hours without end."""

import random
from datetime import timedelta

STEPS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
CAP = timedelta(hours=6)
JITTER = 0.2


def delay(attempts: int) -> timedelta:
    """Return the wait after ``attempts`` failed tries (1 or more), 20 % either way, so that rows spread out."""
    step = STEPS[attempts - 1] if attempts <= len(STEPS) else CAP
    return step * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - spreads load, guards nothing
