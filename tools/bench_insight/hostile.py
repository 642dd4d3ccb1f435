"""How long the scrubber takes for text that is made to hold it up: four times as much may not take sixteen times."""

import time

from insight.privacy import find
from tools.bench_insight.figure import under

#: Each is made to keep one of the patterns busy.
BUSY = {
    "numbers joined by dashes": "1-" * 500_000,
    "cue after cue": "ref " * 250_000,
    "accounts": "account number " * 70_000,
    "references joined by dashes": "ref-" * 250_000,
    "mail addresses": "a1@b.uk " * 125_000,
    "one letter": "a" * 1_000_000,
    "one digit": "1" * 1_000_000,
    "spaces": "ref" + " " * 1_000_000,
    "dots": "a." * 500_000,
    "said dots": "a dot " * 160_000,
    "numbers said": "one two " * 125_000,
    "houses": "1 aa " * 200_000,
    "names": "Grace Jane " * 90_000,
}
#: Letters that are compared, and those of a resident's longest comment.
SHORT, LONG, COMMENT = 15_000, 60_000, 1_250
#: Most times as long for four times as much (the square would be sixteen), milliseconds a comment, seconds a megabyte.
TIMES, A_COMMENT, A_MEGABYTE = 8.0, 500.0, 60.0


def main() -> bool:
    """Print the worst of each; True when all are kept."""
    grown = {name: _seconds(text[:LONG]) / _seconds(text[:SHORT]) for name, text in BUSY.items()}
    comments = {name: 1_000 * _seconds(text[:COMMENT]) for name, text in BUSY.items()}
    worst, slowest = max(grown, key=grown.__getitem__), max(comments, key=comments.__getitem__)
    kept = under("hostile text, four times as much takes", grown[worst], TIMES, "times", beside=worst)
    kept &= under("hostile text, the longest comment", comments[slowest], A_COMMENT, beside=slowest)
    return under("plain text, a megabyte", _seconds("word " * 200_000), A_MEGABYTE, "s") and kept


def _seconds(text: str) -> float:
    """Return the processor's time, the better of two turns."""
    taken = []
    for _turn in range(2):
        started = time.process_time()
        find(text)
        taken.append(time.process_time() - started)
    return max(min(taken), 0.001)
