"""Count what is found and what is a false alarm, for all engines together and for each alone.

Found, strictly: a finding of outcome "fail" or "warn" about a criterion that the failed page was made to break; "needs
a look" does not count. A false alarm is a finding that blocks, about the criterion that the page was made to pass; a
passed page that names none has none to be wrong about, and is left out of the count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accessibility.benchmark.labels import Case

Finding = dict[str, Any]
#: A rule that speaks up on more than this part of the pages without criteria speaks of their template.
NOISE = 0.15


@dataclass(frozen=True)
class Score:
    """Counts. ``approved`` are the failed pages of rules that the W3C has approved."""

    failed: int
    found: int
    passed: int
    alarms: int
    approved: int
    approved_found: int

    @property
    def found_share(self) -> float:
        """Return the part of failed pages that was found, 0 to 1."""
        return self.found / self.failed if self.failed else 0.0

    @property
    def alarm_share(self) -> float:
        """Return the part of passed pages with a false alarm, 0 to 1."""
        return self.alarms / self.passed if self.passed else 0.0

    @property
    def approved_share(self) -> float:
        """Return the part of the approved rules' failed pages that was found, 0 to 1."""
        return self.approved_found / self.approved if self.approved else 0.0


def score(cases: Sequence[Case], findings: Mapping[str, list[Finding]], engines: Iterable[str]) -> Score:
    """Return the score of ``engines`` together; ``findings`` are by the id of the case, of any engines."""
    wanted = set(engines)
    own = {case.id: [one for one in findings.get(case.id, []) if one["engine"] in wanted] for case in cases}
    noise = noisy_rules([own[case.id] for case in cases if case.failed and not case.criteria])
    failed = [case for case in cases if case.failed]
    passed = [case for case in cases if not case.failed and case.criteria]
    hits = {case.id for case in failed if is_found(case, own[case.id], noise)}
    approved = [case.id for case in failed if case.approved]
    return Score(
        failed=len(failed),
        found=len(hits),
        passed=len(passed),
        alarms=sum(is_alarm(case, own[case.id]) for case in passed),
        approved=len(approved),
        approved_found=sum(key in hits for key in approved),
    )


def noisy_rules(pages: Sequence[list[Finding]]) -> set[tuple[str, str]]:
    """Return the rules (engine, rule) that speak up on too many pages to be about the one planted failure of each."""
    counted = Counter(key for found in pages for key in {(one["engine"], one["rule"]) for one in found})
    return {key for key, count in counted.items() if len(pages) > 1 / NOISE and count > NOISE * len(pages)}


def is_found(case: Case, found: list[Finding], noise: set[tuple[str, str]]) -> bool:
    """Return whether a finding is about what is wrong with a failed page."""
    sure = [one for one in found if one["outcome"] in {"fail", "warn"}]
    if case.criteria:
        return any(one["sc"] in case.criteria for one in sure)
    return any((one["engine"], one["rule"]) not in noise for one in sure)


def is_alarm(case: Case, found: list[Finding]) -> bool:
    """Return whether a passed page would be stopped over the criterion that it passes."""
    return any(one["blocking"] and one["sc"] in case.criteria for one in found)
