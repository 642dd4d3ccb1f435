"""How often the alarm cries wolf in a year, and how soon it finds a fall of 20 or 10 points.

Series are simulated (seeded) and go through the product's own functions. Beside it stands the daily three-sigma chart
that most dashboards draw.
"""

import math
import random
import statistics
from collections.abc import Callable, Sequence

from insight.stats import Day, sums, usual
from insight.stats.cusum import BASELINE_DAYS, LIMIT

YEAR, SERIES, LONGEST = 365, 400, 400
PROMISED_FALSE, PROMISED_DAYS = 0.05, 10
Detector = Callable[[Sequence[Day], Sequence[Day]], int | None]


def simulated(source: random.Random, share: float, rate: float, days: int) -> list[Day]:
    """Return ``days`` days with ``rate`` answers each on average (Poisson), of which ``share`` are content."""
    listed = []
    for _day in range(days):
        answers = _poisson(source, rate)
        listed.append(Day(sum(source.random() < share for _ in range(answers)), answers))
    return listed


def cusum(before: Sequence[Day], after: Sequence[Day]) -> int | None:
    """Return on which day (from 1) the product's alarm is raised."""
    level = usual(before)
    if level is None:
        return None
    return next((day for day, total in enumerate(sums(after, level), start=1) if total > LIMIT), None)


def three_sigma(before: Sequence[Day], after: Sequence[Day]) -> int | None:
    """Return on which day a p-chart on the last 60 days raises one: the baseline of the comparison."""
    window = before[-60:]
    share = sum(day.content for day in window) / max(1, sum(day.answers for day in window))
    for number, day in enumerate(after, start=1):
        if day.answers and day.content / day.answers < share - 3 * math.sqrt(share * (1 - share) / day.answers):
            return number
    return None


def measure(detector: Detector, share: float, rate: float, fall: float) -> list[int]:
    """Return the day of the alarm of each simulated series, ``LONGEST`` + 1 where none was raised."""
    source = random.Random(f"{share} {rate} {fall}")  # noqa: S311 - a simulation, repeated with the same seed
    days = YEAR if fall == 0 else LONGEST
    found = []
    for _series in range(SERIES):
        before = simulated(source, share, rate, BASELINE_DAYS)
        found.append(detector(before, simulated(source, share - fall, rate, days)) or LONGEST + 1)
    return found


def main() -> bool:
    """Print one line a rate and level; return whether every promise is kept."""
    missed = False
    print("ratings/day  usual  false alarms a year (p-chart)  days to see -20 (p90)  days to see -10")
    for rate in (3, 10, 30):
        for share in (0.8, 0.6, 0.41):
            wolf, chart = (_within(measure(rule, share, rate, 0), YEAR) for rule in (cusum, three_sigma))
            twenty, ten = (measure(cusum, share, rate, fall) for fall in (0.2, 0.1))
            median, late = statistics.median(twenty), statistics.quantiles(twenty, n=10)[-1]
            print(
                f"{rate:>11}  {share:.2f}  {wolf:>20.3f} ({chart:.2f})  {median:>15.0f} ({late:.0f})"
                f"  {statistics.median(ten):>15.0f}"
            )
            missed |= wolf > PROMISED_FALSE or (rate >= 10 and median > PROMISED_DAYS)
    return not missed


def _within(days: Sequence[int], limit: int) -> float:
    return sum(day <= limit for day in days) / len(days)


def _poisson(source: random.Random, rate: float) -> int:
    """Return a Poisson number by Knuth's product of uniforms."""
    limit, count, product = math.exp(-rate), 0, source.random()
    while product > limit:
        count, product = count + 1, product * source.random()
    return count
