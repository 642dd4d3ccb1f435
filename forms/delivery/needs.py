"""What somebody asked us to do differently, such as large print: staff read it first, and our e-mails keep to it."""

from dataclasses import dataclass

from core.services import UnsealError
from forms.engine.display import in_words
from forms.engine.schema import texts_in
from forms.models import Submission

CANONICAL = "needs"
#: The key of the choice "large print" in the standard question. Its e-mails have letters of 18 points (RNIB: 16 to 18).
LARGE_PRINT = "large_print"


@dataclass(frozen=True)
class Needs:
    """``words`` are the choices in the language of the request; empty when nothing was asked for."""

    words: tuple[str, ...] = ()
    large_print: bool = False


def needs_of(submission: Submission) -> Needs:
    """Return what the request asks us to do differently; nothing once it is erased or cannot be opened."""
    question = submission.version.compiled.mapped(CANONICAL)
    try:
        answers = submission.open_content().get("answers") or {}
    except UnsealError:
        return Needs()
    answer = answers.get(question.key) if question else None
    if question is None or not answer:
        return Needs()
    alone = {option.value for option in question.options if option.exclusive}
    chosen = texts_in(answer) or [answer]
    if alone.intersection(chosen):
        return Needs()
    return Needs(tuple(in_words(question, answer)), LARGE_PRINT in chosen)
