"""``make bench-forms-import``: are all elements accounted for, and is our path the source's for 200 sets of answers?

Reads the definitions in ``$WAYMARK_BENCH_DATA/forms`` (default ``../shared/data/forms``) and random definitions.
The baseline walks the pages in the order of the file, which is what an importer without flow does.
"""

import os
import random
import time
from pathlib import Path

import django
from django.utils import timezone

from forms.exchange.base import RefusedError
from forms.exchange.ledger import elements
from forms.exchange.parse import parse
from forms.exchange.registry import format_of
from tests.forms import oracle_govuk, oracle_xgov, random_definitions
from tests.forms.paths import our_answers, our_walk, read

SETS = 200
RANDOM_DEFINITIONS = 50
ROW = "{:<44} {:>11} {:>11} {:>11} {:>8}"


def main():
    """Print one row a definition: elements accounted for, our paths and the baseline's that equal the source's."""
    django.setup()
    print(ROW.format("definition", "elements", "paths", "baseline", "ms"))
    folder = Path(os.environ.get("WAYMARK_BENCH_DATA", "../shared/data")) / "forms"
    files = sorted(folder.glob("*")) if folder.is_dir() else []
    if not files:
        print(f"{folder} is not there: no public samples were measured.")
    for file in files:
        report(file.name, parse(file.read_bytes()))
    for name, make in MADE.items():
        totals = [0, 0, 0, 0, 0.0]
        for seed in range(RANDOM_DEFINITIONS):
            chance = random.Random(f"{name} {seed}")
            totals = [one + other for one, other in zip(totals, measure(make(chance), chance), strict=True)]
        show(f"{RANDOM_DEFINITIONS} random {name}", totals, RANDOM_DEFINITIONS * SETS)


MADE = {
    "XGov and DEFRA V1": lambda chance: random_definitions.xgov(chance, "v1"),
    "DEFRA V2": lambda chance: random_definitions.xgov(chance, "V2"),
    "GOV.UK Forms": random_definitions.govuk,
}


def report(name, data):
    """Print the row of one file."""
    try:
        show(name, measure(data, random.Random(name)), SETS)
    except RefusedError as refusal:
        print(f"{name:<44} refused, {len(refusal.elements)} kinds of elements listed")


def show(name, measured, sets):
    accounted, there, equal, baseline, seconds = measured
    print(ROW.format(name, f"{accounted}/{there}", f"{equal}/{sets}", f"{baseline}/{sets}", round(seconds * 1000)))


def measure(data, chance):
    """Return elements accounted for and there, equal paths of ours and of the baseline, and the seconds of reading."""
    started = time.perf_counter()
    form_format = format_of(data)
    found = read(form_format, data)
    seconds = time.perf_counter() - started
    there = [pointer for pointer, _value in elements(data)]
    accounted = len({line.pointer for line in found.ledger.lines()} & set(there))
    walks = (govuk_walks if form_format.slug == "govuk-forms" else xgov_walks)(data, found.form, chance)
    equal = baseline = 0
    for expected, ours, listed in walks:
        equal += expected == ours
        baseline += expected == listed
    return [accounted, len(there), equal, baseline, seconds]


def xgov_walks(data, form, chance):
    today = timezone.localdate()
    listed = [p["path"] for p in data["pages"] if not oracle_xgov.is_own(p) and not oracle_xgov.is_start(p)]
    for _ in range(SETS):
        answers = random_definitions.answers_for(data, chance, today)
        yield oracle_xgov.walk(data, answers, today), our_walk(form, our_answers(data, form, answers)), listed


def govuk_walks(data, form, chance):
    questions = {step.origin: step.questions[-1] for step in form.steps}
    listed = [str(step["id"]) for step in data["steps"]]
    chosen = [
        step for step in data["steps"] if str(step["id"]) in questions and "options" in questions[str(step["id"])]
    ]
    for _ in range(SETS):
        answers, ours = {}, {}
        for step in chosen:
            question = questions[str(step["id"])]
            at = chance.randrange(len(step["data"]["answer_settings"]["selection_options"]))
            option = step["data"]["answer_settings"]["selection_options"][at]
            answers[step["id"]] = option.get("value") or option["name"]
            ours[question["key"]] = question["options"][at]["value"]
        expected = ["exit" if str(name).startswith("exit") else str(name) for name in oracle_govuk.walk(data, answers)]
        yield expected, ["exit" if name.startswith("exit") else name for name in our_walk(form, ours)], listed


if __name__ == "__main__":
    main()
