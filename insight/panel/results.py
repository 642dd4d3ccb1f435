"""From single answers to published figures: weighted to the city, with their limits, small cells hidden."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from insight.panel.sample import City
from insight.stats import MINIMUM, rake, suppressed

#: Answers by question id, and what the person told about themselves.
Answered = tuple[Mapping[str, str], Mapping[str, str]]


def results(questions: Sequence[tuple[str, str, Sequence[str]]], answered: Sequence[Answered], city: City) -> Any:
    """Return ``{"n", "effective", "silent", "questions": [{"text", "rows": [[option, n, per cent]]}]}`` as JSON values.

    ``questions`` are (id, text, options). Under 30 answers there is no per cent; a count of 1 to 4 is None, and so is
    the next smallest, so that no total gives it away.
    """
    weighted = rake([profile for _answers, profile in answered], city)
    return {
        "n": len(answered),
        "effective": round(weighted.effective),
        "silent": [list(pair) for pair in weighted.silent],
        "questions": [
            {"text": text, "rows": _rows(key, options, answered, weighted.weights)} for key, text, options in questions
        ],
    }


def _rows(
    key: str, options: Sequence[str], answered: Sequence[Answered], weights: Sequence[float]
) -> list[list[str | int | None]]:
    counts, mass = Counter[str](), dict.fromkeys(options, 0.0)
    for (answers, _profile), weight in zip(answered, weights, strict=True):
        choice = answers.get(key, "")
        if choice in mass:
            counts[choice] += 1
            mass[choice] += weight
    shown = suppressed({option: counts[option] for option in options})
    whole = sum(mass.values())
    enough = sum(counts.values()) >= MINIMUM and whole
    return [
        [option, shown[option], round(100 * mass[option] / whole) if enough and shown[option] is not None else None]
        for option in options
    ]
