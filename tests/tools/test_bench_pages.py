"""What the measurement of pages counts for others: their errors on passed pages, and what a fault adds to a page."""

from accessibility.benchmark import Case
from accessibility.benchmark.run import Seen
from tools.bench_pages.parts import errors_on_passed
from tools.bench_pages.seeded import sure


def said(outcome: str, criterion: str = "1.1.1", snippet: str = "<img>") -> dict[str, object]:
    return {"rule": "r", "engine": "pa11y", "outcome": outcome, "sc": criterion, "snippet": snippet, "element": "img"}


def test_only_sure_errors_of_the_criterion_on_passed_pages_count() -> None:
    cases = [
        Case(name, name, name == "failed", frozenset({"1.1.1"}), approved=False) for name in ("failed", "a", "b", "c")
    ]
    found = {"failed": [said("warn")], "a": [said("warn")], "b": [said("needs-review")], "c": [said("warn", "1.4.3")]}
    assert errors_on_passed(cases, Seen(found), "pa11y") == 1
    assert errors_on_passed(cases, Seen(found), "axe") == 0


def test_a_fault_is_what_the_page_without_it_has_not() -> None:
    clean, seeded = [said("warn"), said("needs-review", snippet="<a>")], [said("warn"), said("warn", snippet="<a>")]
    assert sure(seeded) - sure(clean) == {("r", "<a>")}
