"""Whether our satisfaction index is the one that government publishes, and whether a new formula breaks the series."""

import json
import sys
from collections import defaultdict
from typing import NamedTuple

from insight.stats import csat_top2, gds_score
from insight.stats.breaks import Point, formula_of, segments
from tools.bench_insight.comments import DATA

FOLDER = DATA / "satisfaction"
STEPS = ("very-dissatisfied", "dissatisfied", "neither", "satisfied", "very-satisfied")
NEAR, PROMISED, CHANGED = 0.5, 106, "2026-04"


class Month(NamedTuple):
    """What one service published of one month."""

    service: str
    month: str
    counts: tuple[int, ...]
    published: float


def months() -> list[Month]:
    """Return each service-month with five counts and a figure (MIT, ministryofjustice/opg-performance-data)."""
    listed = []
    for file in sorted(FOLDER.glob("*.json")):
        told: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for row in json.loads(file.read_text(encoding="utf-8")):
            told[row["_timestamp"][:7]][row["dataType"]] = row["count"]
        for month, row in sorted(told.items()):
            counts = tuple(int(row.get(step, 0)) for step in STEPS)
            if {*STEPS, "user-satisfaction-percent"} <= {*row} and any(counts):
                listed.append(Month(file.stem, month, counts, row["user-satisfaction-percent"]))
    return listed


def near(month: Month, name: str) -> bool:
    """Return whether our figure of that name lies within half a point of the published one."""
    score = csat_top2(month.counts) if name == "csat_top2" else gds_score(month.counts)
    return score.value is not None and abs(score.value - month.published) <= NEAR


def main() -> bool:
    """Print how many months agree, and where each series breaks; return False when a promise is missed."""
    if not FOLDER.is_dir():
        print(f"index: not measured, {FOLDER} is not there (WAYMARK_BENCH_DATA names the folder).")
        return True
    listed = months()
    same = sum(near(month, "gds_score") for month in listed)
    print(
        f"index, gds_score within {NEAR} of the published  {same} of {len(listed)} service-months (promised {PROMISED})"
    )
    found = [_break(service, listed) for service in sorted({month.service for month in listed})]
    told = ", ".join(f"{service}: {'/'.join(names)} at {', '.join(at) or 'none'}" for service, names, at in found)
    print(f"index, changed formula breaks the series     {told}")
    kept = sum(near(month, "csat_top2" if month.month >= CHANGED else "gds_score") for month in listed)
    print(f"index, each month by its publisher's formula {kept} of {len(listed)} service-months")
    return same >= PROMISED and all(at == [CHANGED] for _service, _names, at in found)


def _break(service: str, listed: list[Month]) -> tuple[str, list[str], list[str]]:
    """Return (service, formulas, first months of all segments but the first), the formula found from the figures."""
    points = []
    for after in (False, True):
        rows = [month for month in listed if month.service == service and (month.month >= CHANGED) is after]
        name = formula_of([row.counts for row in rows], [row.published for row in rows])
        formula = csat_top2 if name == "csat_top2" else gds_score
        points += [Point(row.month, formula(row.counts), service) for row in rows]
    runs = segments(points)
    return (
        service.removesuffix("_service_data"),
        [run[0].score.name for run in runs],
        [run[0].period for run in runs[1:]],
    )


if __name__ == "__main__":
    sys.exit(not main())
