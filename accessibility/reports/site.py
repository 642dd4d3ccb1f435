"""The state of every page: what the auditor sees, worst first."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accessibility.models import Finding, GateResult, Run, SiteDay
from accessibility.reports.newest import newest
from accessibility.reports.owners import NOBODY, Keeper, keepers


class State(models.TextChoices):
    """From worst to best. Not checked is not clean."""

    FAULTS = "faults", _("live with faults")
    BLOCKED = "blocked", _("draft blocked")
    PENDING = "pending", _("waiting for browser checks")
    NOT_RUN = "not_run", _("browser checks not run")
    EXEMPT = "exempt", _("exempt")
    CLEAN = "clean", _("clean")


ORDER = list(State)


@dataclass(frozen=True)
class PageRow:
    """One page with its gate results; ``author`` and ``template`` count faults that the browser found."""

    page: Page
    state: State
    live: GateResult | None
    newest: GateResult | None
    run: Run | None
    author: int = 0
    template: int = 0
    keeper: Keeper = NOBODY

    @property
    def kind(self) -> str:
        """Return the page type, which stands for the template."""
        return str(self.page.cached_content_type.name)

    @property
    def static(self) -> int:
        """Return how many blocking faults the static rules found in what counts: the live content, else the draft."""
        result = self.newest if self.state is State.BLOCKED else self.live or self.newest
        return len(result.blocking) if result else 0


def page_rows() -> list[PageRow]:
    """Return live pages, and drafts that the gate refuses, worst first, then by title."""
    pages = Page.objects.filter(depth__gt=1).select_related("locale", "owner")
    live, drafts = _live_results(), newest(GateResult.objects.all(), "checked_at", pages)
    runs = newest(Run.objects.filter(revision=None), "started_at", pages)
    faults, owners = _fault_counts(runs), keepers(pages)
    rows = []
    for page in pages:
        key = str(page.pk)
        run = runs.get(key)
        counts = faults.get(run.pk, Counter()) if run else Counter()
        state = state_of(page, live.get(key), drafts.get(key), run, sum(counts.values()))
        if state is not None:
            about = (live.get(key), drafts.get(key), run, counts["author"], counts["template"])
            rows.append(PageRow(page, state, *about, owners.get(page.pk, NOBODY)))
    return sorted(
        rows, key=lambda row: (ORDER.index(row.state), -row.static - row.author - row.template, row.page.title)
    )


def state_of(page: Any, live: Any, newest: Any, run: Any, faults: int) -> State | None:
    """Return the state of a page; None for a draft that has nothing against it, which nobody but its author sees."""
    if page.live and ((live and live.verdict == "fail") or faults):
        return State.FAULTS
    if newest and newest.verdict == "fail" and (not page.live or page.has_unpublished_changes):
        return State.BLOCKED
    if not page.live:
        return None
    if live and live.verdict == "exempt":
        return State.EXEMPT
    if run and run.state == Run.State.NOT_RUN:
        return State.NOT_RUN
    stale = not (live and run and run.state == Run.State.DONE and run.content_hash == live.content_hash)
    return State.PENDING if stale else State.CLEAN


def counts_of(rows: list[PageRow]) -> dict[State, int]:
    """Return how many pages are in each state, from worst to best."""
    counted = Counter(row.state for row in rows)
    return {state: counted[state] for state in ORDER}


def remember_day() -> SiteDay:
    """Keep today's counts for the line over time; the last call of a day stands."""
    states = {str(state): count for state, count in counts_of(page_rows()).items()}
    day, _created = SiteDay.objects.update_or_create(day=timezone.localdate(), defaults={"states": states})
    return day


def _pages() -> dict[str, Any]:
    return {"content_type": ContentType.objects.get_for_model(Page)}


def _live_results() -> dict[str, GateResult]:
    return {result.object_id: result for result in GateResult.objects.filter(**_pages(), live=True)}


def _fault_counts(runs: dict[str, Run]) -> dict[int, Counter[str]]:
    found = Finding.objects.filter(run__in=[run.pk for run in runs.values()], outcome=Finding.Outcome.FAIL)
    counts: dict[int, Counter[str]] = {}
    for run, owner, count in found.values_list("run_id", "owner").annotate(count=models.Count("pk")):
        counts.setdefault(run, Counter())[owner] = count
    return counts
