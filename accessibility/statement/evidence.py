"""What is known of the site today. A fault leaves the list only when a newer look at its page shows it gone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Page

from accessibility.models import Bypass, Finding, GateResult, LawfulExemption, Run
from accessibility.models.subject import subject_of
from accessibility.reports.backlog import document_counts
from accessibility.reports.newest import newest_keys
from accessibility.wcag import CRITERIA, by_number

KEY = "accessibility:statement:evidence"
SECONDS = 300


@dataclass(frozen=True)
class Fault:
    """A criterion that ``pages`` live pages fail."""

    criterion: str
    pages: int

    @property
    def name(self) -> str:
        """Return the criterion's name, in English as the standard has it."""
        return CRITERIA.get(self.criterion, "")


@dataclass(frozen=True)
class Evidence:
    """The site as its tests show it. ``seen`` of ``pages`` were looked at by a browser, ever."""

    pages: int
    seen: int
    faults: tuple[Fault, ...]
    documents: dict[str, int]
    exemptions: tuple[tuple[str, str], ...] = ()
    bypasses: int = 0
    tested_at: datetime | None = None
    engines: dict[str, str] = field(default_factory=dict)
    browser: str = ""

    @property
    def unseen(self) -> int:
        """Return how many pages nothing is known of; they are never counted as accessible."""
        return self.pages - self.seen

    @property
    def clean(self) -> bool:
        """Return whether every page and document was tested and nothing at all was found or let through."""
        bad = sum(self.documents.get(name, 0) for name in ("failed", "could_not_check", "pending"))
        return bool(self.pages) and not (self.unseen or self.faults or bad or self.exemptions or self.bypasses)

    def as_json(self) -> dict[str, Any]:
        """Return what a signed version keeps."""
        return {
            "pages": self.pages,
            "seen": self.seen,
            "faults": {fault.criterion: fault.pages for fault in self.faults},
            "documents": self.documents,
            "exemptions": list(map(list, self.exemptions)),
            "bypasses": self.bypasses,
            "tested_at": self.tested_at.isoformat() if self.tested_at else "",
            "engines": self.engines,
            "browser": self.browser,
        }


def evidence() -> Evidence:
    """Return the evidence, at most five minutes old."""
    found: Evidence | None = cache.get(KEY)
    if found is None:
        found = gather()
        cache.set(KEY, found, SECONDS)
    return found


def gather() -> Evidence:
    """Read the evidence from the database, in a number of queries that does not depend on the number of pages."""
    now = timezone.now()
    runs = newest_looks()
    newest = Run.objects.filter(pk__in=runs.values()).order_by("-finished_at").first()
    exempt = LawfulExemption.objects.in_force().values_list("kind", "reason")
    return Evidence(
        pages=Page.objects.live().filter(depth__gt=1).count(),
        seen=len(runs),
        faults=tuple(all_faults(runs)),
        documents=document_counts(),
        exemptions=tuple(sorted(set(exempt))),
        bypasses=Bypass.objects.filter(granted_at__lte=now, expires_at__gt=now).count(),
        tested_at=newest.finished_at if newest else None,
        engines=(newest.engines or {"": newest.engine}) if newest else {},
        browser=newest.browser if newest else "",
    )


def newest_looks() -> dict[str, int]:
    """Return page number -> its newest run that really looked; one that failed since has shown nothing gone."""
    done = Run.objects.filter(revision=None, state=Run.State.DONE)
    return newest_keys(done, "started_at", Page.objects.live().filter(depth__gt=1))


def all_faults(runs: dict[str, int]) -> list[Fault]:
    """Return what browsers and static rules found on live pages, by criterion."""
    failed = Finding.objects.filter(run__in=runs.values(), outcome=Finding.Outcome.FAIL).exclude(criterion="")
    pages: dict[str, set[str]] = {}
    for criterion, page in failed.values_list("criterion", "run__object_id").distinct():
        pages.setdefault(criterion, set()).add(page)
    for criterion, page in static_faults():
        pages.setdefault(criterion, set()).add(page)
    return [Fault(number, len(pages[number])) for number in sorted(pages, key=by_number)]


def static_faults() -> Iterable[tuple[str, str]]:
    """Yield criterion and page of what the rules of the gate block in live content."""
    live = GateResult.objects.filter(content_type=subject_of(Page())["content_type"], live=True)
    for page, findings in live.exclude(verdict=GateResult.Verdict.PASS).values_list("object_id", "findings"):
        yield from {(one["criterion"], page) for one in findings if one["blocking"] and one["criterion"]}
