"""Reading age and length of a text: advice, never a verdict. English only; other languages are not judged."""

import re

#: Words above which a document is hard to read through on a phone; a web page with contents serves better.
LONG_DOCUMENT = 10_000
#: Too little text to measure.
ENOUGH = 150
#: A reading age of 14: the plain English that public services aim at is 9 to 11.
OLDEST = 14
_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")


def reading_age(paragraphs: list[str], language: str) -> int | None:
    """Return the age at which the sentences are understood (Automated Readability Index), None where not measured.

    Only paragraphs that end like sentences count: table cells and headings would make any text look easy.
    """
    if language.lower().split("-")[0] != "en":
        return None
    sentences = [part for text in paragraphs if text.rstrip()[-1:] in ".!?" for part in _END.split(text)]
    words = [word for part in sentences for word in _WORD.findall(part)]
    if len(words) < ENOUGH:
        return None
    letters = sum(len(word) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43
    return max(5, round(grade + 5))
