"""The labelled comments that the sentiment model is trained on and measured with, as answers and sentiments."""

import csv
import os
from pathlib import Path
from typing import NamedTuple

from insight.sentiment.features import Answer
from insight.sentiment.questions import kind_of

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("WAYMARK_BENCH_DATA", ROOT.parent / "shared" / "data"))
HEALTH = DATA / "comments" / "fft_comments.csv"
COUNCIL = ROOT / "tests" / "data" / "insight" / "council_comments.txt"
_SENTIMENT = {"1": "positive", "2": "positive", "3": "neutral", "4": "negative", "5": "negative"}
_LETTER = {"n": "negative", "o": "neutral", "p": "positive"}
_COUNCIL_KIND = {"useful": "good"}
#: In the files of these organisations the headings of the two questions stand the wrong way round: "Why?" gathers
#: "nothing" and ideas, "How could we improve?" the reasons. The model learns from what was really asked.
TURNED = ("NEAS 111", "NEAS PTS")
_OTHER = {"improve": "why", "why": "improve"}


class Labelled(NamedTuple):
    """One comment: as asked (``answer``), as its file says (``unsure``), who gave it, for which organisation."""

    answer: Answer
    unsure: Answer
    question: str
    sentiment: str
    respondent: str
    organisation: str


def health() -> list[Labelled]:
    """Return the answers to the Friends and Family questions (MIT). Raises FileNotFoundError without the data."""
    listed = []
    with HEALTH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            organisation = row["respondent"].rsplit(" ", 1)[0]
            rating = 6 - int(row["rating"]) if int(row["rating"]) <= 5 else 0
            named = kind_of(row["question"])
            asked = _OTHER.get(named, named) if organisation in TURNED else named
            unsure = f"{named}?" if named in _OTHER else named
            answers = Answer(row["comment"], asked, rating), Answer(row["comment"], unsure, rating)
            sentiment = _SENTIMENT[row["sentiment"]]
            listed.append(Labelled(*answers, row["question"], sentiment, row["respondent"], organisation))
    return listed


def council() -> list[tuple[Answer, str]]:
    """Return the council comments written for this project, with their sentiments."""
    lines = [line for line in COUNCIL.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    listed = []
    for line in lines:
        letter, rating, question, text = line.split("|", 3)
        kind = _COUNCIL_KIND.get(question, question)
        listed.append((Answer(text, kind, int(rating or 0)), _LETTER[letter]))
    return listed
