"""How much personal data the scrubber finds in made council comments, and how many clean comments it touches."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from insight.privacy import find

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "data" / "insight"
_MARK = re.compile(r"«([a-z-]+):(.*?)»", re.DOTALL)
STRUCTURED, NAMES, TOUCHED = 0.99, 0.70, 0.015


def labelled(name: str) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield (text, [(start, end, kind)]) of each comment in a file where «kind:...» marks personal data."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        text, spans, done = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[done : mark.start()]
            spans.append((len(text), len(text) + len(mark[2]), mark[1]))
            text, done = text + mark[2], mark.end()
        yield text + line[done:], spans


def covered(text: str) -> set[int]:
    """Return the places of the letters and digits that the scrubber takes out of ``text``."""
    return {place for span in find(text) for place in range(span.start, span.end) if text[place].isalnum()}


def recall(name: str, *, tell: bool) -> tuple[int, int]:
    """Return (labels found whole, labels) of a file; ``tell`` prints what is missed and what is taken beside it."""
    found, kinds, missed = 0, Counter[str](), Counter[str]()
    for text, spans in labelled(name):
        taken = covered(text)
        inside: set[int] = set()
        for start, end, kind in spans:
            wanted = {place for place in range(start, end) if text[place].isalnum()}
            inside |= wanted
            kinds[kind] += 1
            missed[kind] += not wanted <= taken
            found += wanted <= taken
            if tell and not wanted <= taken:
                print(f"    missed {kind}: {text}")
        if tell and taken - inside:
            print(f"    beside: {text} -> {[text[s.start : s.end] for s in find(text)]}")
    return found, kinds.total()


def main(*, tell: bool = False) -> bool:
    """Print the three figures; return False when one is worse than promised."""
    structured, all_structured = recall("privacy_structured.txt", tell=tell)
    names, all_names = recall("privacy_names.txt", tell=tell)
    clean = [text for text, _spans in labelled("privacy_clean.txt")]
    touched = [text for text in clean if covered(text)]
    if tell:
        for text in touched:
            print(f"    touched: {text} -> {[(text[s.start : s.end], s.kind) for s in find(text)]}")
    shares = structured / all_structured, names / all_names, len(touched) / len(clean)
    print(f"scrubbing, UK structured data found whole {shares[0]:.3f} of {all_structured} (promised {STRUCTURED})")
    print(f"scrubbing, names found whole, no model    {shares[1]:.3f} of {all_names} (promised {NAMES}; presidio .57)")
    print(
        f"scrubbing, clean comments touched         {shares[2]:.3f} of {len(clean)} (promised {TOUCHED}; presidio .30)"
    )
    return shares[0] >= STRUCTURED and shares[1] >= NAMES and shares[2] <= TOUCHED


if __name__ == "__main__":
    sys.exit(not main(tell="--tell" in sys.argv))
