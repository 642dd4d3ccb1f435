"""What a question asks for, and which end of a rating's scale is the best: both turn the meaning of an answer round."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from insight.sentiment.features import says_nothing

Scale = Literal["best-high", "best-low"]
_KINDS = (
    ("improve", re.compile(r"improv|better|change|differently|form-end", re.IGNORECASE)),
    ("wrong", re.compile(r"wrong|problem|page-problem", re.IGNORECASE)),
    ("why", re.compile(r"\bwhy\b|reason|because", re.IGNORECASE)),
    ("good", re.compile(r"\bgood\b|\bwell\b|useful|liked?\b|best\b", re.IGNORECASE)),
)


def kind_of(question: str) -> str:
    """Return ``improve``, ``wrong``, ``why`` or ``good``, ``open`` for any other question and for none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), "open")


#: A question needs this many answers before what they say is held against its wording.
ENOUGH = 30
#: Shares of answers such as "nothing": above in answers to "How could we improve?", below in answers to "Why?".
_MUCH, _LITTLE = 0.12, 0.06
_OTHER = {"improve": "why", "why": "improve"}


def kinds_of(answers: Sequence[tuple[str, str]]) -> list[str]:
    """Return the kind of question of each (text, question).

    Published files of the Friends and Family Test often bear the headings of its two questions the wrong way round, or
    mix both. Who answers "nothing" was asked what to improve: where a batch shows that the headings are turned, they
    are turned back; where it shows a mixture, or is a small part of such a file, both kinds are marked as unsure
    (``why?``, ``improve?``).
    """
    kinds = [kind_of(question) for _text, question in answers]
    said: defaultdict[str, list[bool]] = defaultdict(list)
    for (text, _question), kind in zip(answers, kinds, strict=True):
        said[kind].append(says_nothing(text))
    if min(len(said["improve"]), len(said["why"])) < ENOUGH:
        return [f"{kind}?" if kind in _OTHER else kind for kind in kinds] if _is_fft(answers) else kinds
    improve, why = (sum(said[kind]) / len(said[kind]) for kind in ("improve", "why"))
    if why < _LITTLE:
        return kinds
    if why > _MUCH and improve < _LITTLE:
        return [_OTHER.get(kind, kind) for kind in kinds]
    return [f"{kind}?" if kind in _OTHER else kind for kind in kinds]


def scale_of(answers: Iterable[tuple[str, str, int]], tones: Sequence[int]) -> Scale:
    """Return which end is best, from a batch of (text, question, rating) and the tone of each text (-1, 0 or 1).

    The Friends and Family Test counts 1 as best, satisfaction questions 5. Within a batch, praise goes with the good
    end. Without enough to tell (fewer than five toned answers with a rating), the wording decides: "FFT" is best-low.
    """
    listed = list(answers)
    pairs = [(tone, rating) for (_t, _q, rating), tone in zip(listed, tones, strict=True) if tone and 1 <= rating <= 5]
    if len(pairs) >= 5:
        total = sum(tone * (rating - 3) for tone, rating in pairs)
        if abs(total) >= len(pairs) ** 0.5:
            return "best-high" if total > 0 else "best-low"
    return "best-low" if _is_fft([(text, question) for text, question, _rating in listed]) else "best-high"


def _is_fft(answers: Iterable[tuple[str, str]]) -> bool:
    """Return whether a question names the Friends and Family Test."""
    return any(re.search(r"\bFFT\b|friends and family|recommend", question) for _text, question in answers)


def turned(rating: int | None, scale: Scale) -> int:
    """Return a rating as 1 (worst) to 5 (best); 0 for none, or for one that is no answer (FFT's 6, "do not know")."""
    if rating is None or not 1 <= rating <= 5:
        return 0
    return 6 - rating if scale == "best-low" else rating
