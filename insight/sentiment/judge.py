"""Judge a batch of answers: which end of the scale is best is found out once, then each answer stands alone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from insight.sentiment.features import Answer, tone_of
from insight.sentiment.model import load
from insight.sentiment.questions import Scale, kinds_of, scale_of, turned
from insight.sentiment.themes import themes

#: Under this confidence a person should look: the answer is "unsure" on screen, whatever sentiment is likeliest.
UNSURE = 0.5


class Line(NamedTuple):
    """One answer as it came: the rating on its own scale, None where there is none."""

    text: str
    question: str
    rating: int | None


class Judged(NamedTuple):
    """``sentiment`` is positive, neutral or negative; ``confidence`` the model's own, between 0 and 1."""

    sentiment: str
    confidence: float
    themes: list[str]

    def as_json(self) -> dict[str, Any]:
        """Return the public form."""
        return {"sentiment": self.sentiment, "confidence": round(self.confidence, 3), "themes": self.themes}


def judge(lines: Sequence[Line], scale: Scale | None = None) -> list[Judged]:
    """Return one judgement a line, in the same order. ``scale``: which end of the rating is best."""
    model = load()
    if scale is None:
        scale = scale_of(
            [(line.text, line.question, line.rating or 0) for line in lines], [tone_of(line.text) for line in lines]
        )
    judged = []
    for line, kind in zip(lines, kinds_of([(line.text, line.question) for line in lines]), strict=True):
        opinion = model.opinion(Answer(line.text, kind, turned(line.rating, scale)))
        judged.append(Judged(opinion.sentiment, opinion.confidence, themes(line.text)))
    return judged
