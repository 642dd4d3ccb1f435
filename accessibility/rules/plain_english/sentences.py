"""Cut English text into sentences and words."""

import re

ABBREVIATIONS = re.compile(r"\b(e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|vs|approx|a\.m|p\.m|u\.k)\.", re.IGNORECASE)
ENDS = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n{2,}")
WORD = re.compile(r"[A-Za-z0-9£]+(?:[.,’'@/-][A-Za-z0-9]+)*")


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``; a blank line ends one too, since headings and list items have no full stop."""
    shielded = ABBREVIATIONS.sub(lambda match: match[0].replace(".", "\0"), text)
    parts = (part.replace("\0", ".").strip() for part in ENDS.split(shielded))
    return [part for part in parts if WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words and numbers of ``text``; an address or "20,000" is one word."""
    return WORD.findall(text)
