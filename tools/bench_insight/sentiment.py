"""How often the sentiment model agrees with people: organisations it knows, one it has never seen, and a council."""

import random
import statistics
import sys
from collections.abc import Sequence

from insight.sentiment.features import Answer
from insight.sentiment.model import CLASSES, Model
from insight.sentiment.questions import kinds_of
from tools.bench_insight.comments import HEALTH, Labelled, council, health
from tools.bench_insight.learning import make

SEEN, SEEN_F1, OTHER, COUNCIL = 0.80, 0.67, 0.78, 0.82
FOLDS = 5


def figures(judged: Sequence[str], labels: Sequence[str]) -> tuple[float, float]:
    """Return (accuracy, macro F1)."""
    pairs = list(zip(judged, labels, strict=True))
    scores = []
    for name in CLASSES:
        both = sum(one == two == name for one, two in pairs)
        either = sum(one == name for one in judged) + sum(two == name for two in labels)
        scores.append(2 * both / either if either else 0.0)
    return sum(one == two for one, two in pairs) / len(pairs), statistics.mean(scores)


def judged(model: Model, rows: Sequence[Labelled]) -> list[str]:
    """Return what the model says of a batch, its questions read as the product reads them."""
    kinds = kinds_of([(row.answer.text, row.question) for row in rows])
    answers = (Answer(row.answer.text, kind, row.answer.rating) for row, kind in zip(rows, kinds, strict=True))
    return [model.opinion(answer).sentiment for answer in answers]


def quarter(rows: Sequence[Labelled], seed: int) -> tuple[float, float]:
    """Return the figures on a quarter of the respondents, learnt from the others."""
    people = sorted({row.respondent for row in rows})
    random.Random(seed).shuffle(people)  # noqa: S311 - a split, repeated with the same seed
    held = set(people[: len(people) // 4])
    tried = [row for row in rows if row.respondent in held]
    model = make([row for row in rows if row.respondent not in held], council())
    return figures(judged(model, tried), [row.sentiment for row in tried])


def stranger(rows: Sequence[Labelled], organisation: str) -> tuple[float, float]:
    """Return the figures on one organisation, learnt from the others."""
    tried = [row for row in rows if row.organisation == organisation]
    model = make([row for row in rows if row.organisation != organisation], council())
    return figures(judged(model, tried), [row.sentiment for row in tried])


def on_council(rows: Sequence[Labelled]) -> tuple[float, float]:
    """Return the figures on the council comments, each fifth learnt from the others and all health comments."""
    listed = council()
    order = list(range(len(listed)))
    random.Random(0).shuffle(order)  # noqa: S311 - a split, repeated with the same seed
    said: dict[int, str] = {}
    for fold in range(FOLDS):
        tried = set(order[fold::FOLDS])
        model = make(rows, [listed[at] for at in order if at not in tried])
        said.update({at: model.opinion(listed[at][0]).sentiment for at in tried})
    return figures([said[at] for at in order], [listed[at][1] for at in order])


def main(seeds: int = 10) -> bool:
    """Print the figures; return False when one is worse than promised. Without the data, say so and pass."""
    if not HEALTH.is_file():
        print(f"sentiment: not measured, {HEALTH} is not there (WAYMARK_BENCH_DATA names the folder).")
        return True
    rows = health()
    quarters = [quarter(rows, seed) for seed in range(seeds)]
    accuracy, f1 = (statistics.mean(values) for values in zip(*quarters, strict=True))
    spread = [statistics.pstdev(values) for values in zip(*quarters, strict=True)]
    print(
        f"sentiment, {seeds} respondent-grouped quarters  accuracy {accuracy:.3f} +- {spread[0]:.3f}, macro F1 {f1:.3f}"
        f" +- {spread[1]:.3f} (promised {SEEN}, {SEEN_F1}; VADER .575, .476)"
    )
    others = [stranger(rows, name) for name in sorted({row.organisation for row in rows})]
    mean = statistics.mean(other[0] for other in others)
    each = ", ".join(f"{other[0]:.3f}/{other[1]:.3f}" for other in others)
    print(
        f"sentiment, an organisation never seen          accuracy {mean:.3f} (each {each}; promised {OTHER}; text .76)"
    )
    ours = on_council(rows)
    print(
        f"sentiment, council comments, {FOLDS} folds           accuracy {ours[0]:.3f}, macro F1 {ours[1]:.3f}"
        f" (promised {COUNCIL}; rating rule .74, VADER .45)"
    )
    return accuracy >= SEEN and f1 >= SEEN_F1 and mean >= OTHER and ours[0] >= COUNCIL


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
