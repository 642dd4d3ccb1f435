"""The report of an import stands in the page's own history, where it stays as long as the page."""

from typing import TYPE_CHECKING, Any

from wagtail.log_actions import log, registry

from forms.models import FormPage

if TYPE_CHECKING:
    from core.models import User

ACTION = "onlineforms.import"
#: Lines beyond this many are counted but not kept.
MOST_LINES = 3_000


def remember(page: FormPage, report: dict[str, Any], user: "User | None" = None) -> None:
    """Write the report into the history of the page."""
    lines = report.get("lines", [])
    told = sorted(lines, key=lambda line: line["outcome"] == "mapped")[:MOST_LINES]
    kept = {line["pointer"] for line in told}
    log(page, ACTION, user=user, data={**report, "lines": [line for line in lines if line["pointer"] in kept]})


def report_of(page: FormPage) -> dict[str, Any] | None:
    """Return the newest report of the page, or None when it was not imported."""
    entry = registry.get_logs_for_instance(page).filter(action=ACTION).order_by("-timestamp").first()
    return dict(entry.data) if entry else None
