"""The public queries, every class, beside Wagtail's own search in the same run. A drop fails."""

from django.core.management import call_command
from django.db import connection

from search.quality import HEAD, LOOKED_AT, Case, labelled, measure, ours
from services.models import ServicePage
from tools.steps import ROOT

DATA = ROOT / "tests" / "data" / "search"
#: Least values of success@1, success@5, and most of "none", over all queries. Raise them with the search.
FLOOR_1, FLOOR_5, MOST_NONE = 0.63, 0.85, 0.01


def wagtails(case: Case) -> list[set[str]]:
    """Return what Wagtail's own search finds."""
    return [{str(page.lgsl_id)} for page in ServicePage.objects.live().search(case.query)[:LOOKED_AT]]


def run() -> int:
    """Load the list, measure both, print; 1 where ours fell."""
    call_command("load_service_list", str(DATA / "lgsl_services.csv"))
    cases = list(labelled(DATA / "queries_public.tsv"))
    for name, engine in (("Wagtail's own search", wagtails), ("ours", ours)):
        scores = measure(cases, engine)
        print(f"\n{name}, {connection.vendor}\n{HEAD}", *(score.row() for score in scores), sep="\n")
    whole = scores[0]
    good = whole.success_1 >= FLOOR_1 and whole.success_5 >= FLOOR_5 and whole.none <= MOST_NONE
    print("\nok" if good else f"\nFAILED: needs @1 {FLOOR_1}, @5 {FLOOR_5}, none at most {MOST_NONE}")
    return 0 if good else 1
