"""Two files of queries, every class, beside Wagtail's own search in the same run. A drop fails.

``queries_public.tsv`` was written with the list of services open, ``queries_residents.tsv`` from life before its author
had read the list (numbers were looked up afterwards): its words are seldom the council's.
"""

from django.core.management import call_command
from django.db import connection

from search.quality import HEAD, LOOKED_AT, Case, labelled, measure, ours
from services.models import ServicePage
from tools.steps import ROOT

DATA = ROOT / "tests" / "data" / "search"
#: Least values of success@1, success@5, and most of "none", over all queries of a file. Raise them with the search.
FLOORS = {"queries_public.tsv": (0.63, 0.85, 0.01), "queries_residents.tsv": (0.53, 0.82, 0.01)}


def wagtails(case: Case) -> list[set[str]]:
    """Return what Wagtail's own search finds."""
    return [{str(page.lgsl_id)} for page in ServicePage.objects.live().search(case.query)[:LOOKED_AT]]


def run() -> int:
    """Load the list, measure both, print; 1 where ours fell."""
    call_command("load_service_list", str(DATA / "lgsl_services.csv"))
    call_command("update_index", verbosity=0)
    reached = [_reaches(file, floor) for file, floor in FLOORS.items()]
    return int(not all(reached))


def _reaches(file: str, floor: tuple[float, float, float]) -> bool:
    """Print both tables of a file; return whether ours reaches its floor."""
    cases = list(labelled(DATA / file))
    for name, engine in (("Wagtail's own search", wagtails), ("ours", ours)):
        scores = measure(cases, engine)
        print(f"\n{file}: {name}, {connection.vendor}\n{HEAD}", *(score.row() for score in scores), sep="\n")
    whole = scores[0]
    good = whole.success_1 >= floor[0] and whole.success_5 >= floor[1] and whole.none <= floor[2]
    print("ok" if good else f"FAILED: needs @1 {floor[0]}, @5 {floor[1]}, none at most {floor[2]}")
    return good
