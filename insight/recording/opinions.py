"""What the sentiment model makes of a comment, when it is stored. English alone is judged: nothing is guessed."""

from functools import cache
from pathlib import Path

from django.conf import settings

from insight.models import Comment
from insight.models.event import Standing
from insight.sentiment.features import Answer
from insight.sentiment.model import FILE, Model, load
from insight.sentiment.questions import kind_of
from insight.sentiment.themes import themes

#: What the questions that we ask ourselves are for. After "no" the comment says what went wrong.
_KINDS = {"form-end": "improve", "visit-end": "improve", "page-problem": "wrong"}


def opinion_of(text: str, question_id: str, value: int | None, locale: str, standing: str) -> dict[str, object]:
    """Return the fields ``sentiment``, ``confidence`` and ``themes`` ; none for a language without a model."""
    if not locale.startswith("en") or standing == Standing.SPAM:
        return {}
    judged = model().opinion(_answer(text, question_id, value))
    return {"sentiment": judged.sentiment, "confidence": round(judged.confidence, 3), "themes": themes(text)}


def answer_of(comment: Comment) -> Answer:
    """Return a stored comment as the model looks at it."""
    return _answer(comment.text, comment.question.partition("/")[0], comment.value)


def _answer(text: str, question_id: str, value: int | None) -> Answer:
    if question_id == "page-useful":  # yes and no, as far up and down the scale as they reach
        return Answer(text, "good" if value == 2 else "wrong", {1: 2, 2: 4}.get(value or 0, 0))
    return Answer(text, _KINDS.get(question_id, kind_of(question_id)), value or 0)


@cache
def model() -> Model:
    """Return the council's own model (``WAYMARK_SENTIMENT_MODEL``) once it has trained one, else the product's."""
    own = Path(getattr(settings, "WAYMARK_SENTIMENT_MODEL", "") or FILE)
    return load(own if own.is_file() else FILE)
