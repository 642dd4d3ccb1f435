"""Names of people, found without a model: word lists, what stands before a name, and a guard for streets and wards.

A given name that is no everyday word counts wherever it stands. One that is ("Grace", "Mark"), a surname or a word that
is in no list needs a cue before it: a title, "spoke to", "my son", a greeting, or the end of the comment.
"""

import re
from collections.abc import Iterator

from insight.privacy.cues import CLOSING, SAYS, SAYS_ENDS, STRONG, WEAK
from insight.privacy.lexicon import SURNAME_PLACES, TITLES, words
from insight.privacy.tokens import Word, places, split

_TITLED = re.compile(r"^\.? ?$")


def find_people(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each name in ``text``, its title included, in order."""
    listed = split(text)
    closed, at = places(listed), 0
    while at < len(listed):
        length = _length(text, listed, at, closed)
        if length:
            yield listed[at].start, listed[at + length - 1].end
        at += max(1, length)


def _length(text: str, listed: list[Word], at: int, closed: set[int]) -> int:
    """Return how many words from ``at`` on are a name, 0 for none."""
    word = listed[at]
    if word.low in TITLES:
        return _titled(listed, at)
    before = text[max(0, word.start - 60) : word.start].replace("’", "'")
    if not (word.capital or word.low in words("given_and_words")) and word.low not in words("given"):
        # Most words: a name only after a cue that says so.
        cued = at and re.split("['-]", listed[at - 1].low)[-1] in SAYS_ENDS
        says = cued and at not in closed and word.low not in words("not_names") and SAYS.search(before)
        return _run(listed, at, closed, strong=True) if says else 0
    strong = bool(STRONG.search(before) or CLOSING.search(before))
    if at in closed and not (strong and _surname_place(listed, at)):
        return 0
    if SAYS.search(before) and word.low not in words("not_names"):
        return _run(listed, at, closed, strong=True)
    if len(word.low) == 1 and word.capital:
        return _initials(listed, at, closed, cued=strong or _ends(text, listed, at))
    return _run(listed, at, closed, strong=strong) if _is_name(text, listed, at, before, strong=strong) else 0


def _is_name(text: str, listed: list[Word], at: int, before: str, *, strong: bool) -> bool:
    word = listed[at]
    if word.low in words("given"):
        return True
    if not word.capital:
        return word.low in words("given_and_words") and strong and _alone(listed, at)
    follows = listed[at + 1] if at + 1 < len(listed) and listed[at + 1].gap == " " else None
    surname_next = follows is not None and follows.capital and follows.low in words("surnames")
    weak_given, surname = word.low in words("given_and_words"), word.low in words("surnames")
    if weak_given and word.low not in words("not_names") and follows is not None and _given_too(follows):
        return True
    if (weak_given or surname) and (surname_next or (_ends(text, listed, at) and word.low not in words("not_names"))):
        return weak_given or strong
    cued = strong or (bool(WEAK.search(before)) and not word.opens)
    if weak_given or surname:
        return cued and word.low not in words("not_names")
    return strong and len(word.low) > 1 and not word.loud and word.low not in words("not_names")


def _given_too(word: Word) -> bool:
    return word.capital and word.low in words("given") | words("given_and_words") and word.low not in words("not_names")


def _titled(listed: list[Word], at: int) -> int:
    """Return the length of "Mr and Mrs Dunstan": titles, what joins them, initials and up to three words."""
    last = at
    while last + 1 < len(listed) and listed[last + 1].low in (*TITLES, "and") and last - at < 3:
        last += 1
    first = last + 1
    if listed[last].low == "and" or first >= len(listed) or not _TITLED.match(listed[first].gap):
        return 0
    word = listed[first]
    sure = word.capital or word.low in words("surnames") | words("given") or listed[at].low in ("mr", "mrs", "ms")
    everyday = word.low in words("not_names") and not (len(word.low) == 1 and word.capital)
    strange = everyday or (listed[at].low in ("lady", "father", "miss", "lord") and not _miss(listed, at, first))
    if not sure or strange:
        return 0
    return first - at + max(1, _run(listed, first, set(), strong=True))


def _miss(listed: list[Word], at: int, first: int) -> bool:
    """Tell "Miss Tolland" and "miss tolland" from "I miss Oxford" and "lady said"."""
    opens = at == 0 or listed[at].opens
    return (listed[first].capital and listed[at].capital) or (listed[at].low == "miss" and opens)


def _initials(listed: list[Word], at: int, closed: set[int], *, cued: bool) -> int:
    """Return the length of "J. Smith" or "A K Patel": a known surname, or any beside a cue."""
    first = at
    while first < len(listed) and len(listed[first].low) == 1 and listed[first].capital and first - at < 3:
        first += 1
    if first >= len(listed) or first in closed or not _TITLED.match(listed[first].gap) or not listed[first].capital:
        return 0
    known = listed[first].low in words("surnames") and listed[at].low not in ("i", "a")
    if (known or cued) and listed[first].low not in words("not_names"):
        return first - at + 1
    return 0


def _run(listed: list[Word], at: int, closed: set[int], *, strong: bool) -> int:
    """Return how many words from ``at`` on belong together: up to three, joined by spaces, none an everyday word."""
    length = 1
    while length < 4 and at + length < len(listed):
        word, last = listed[at + length], listed[at + length - 1]
        joined = word.gap == " " or (len(last.low) == 1 and word.gap == ". ")
        particle = word.low in ("van", "de", "von", "bin", "al", "el", "da", "dos") and length == 1 and not last.opens
        if not joined or (at + length in closed and not (strong and word.low in SURNAME_PLACES)):
            break
        if not (_belongs(word, small=not listed[at].capital) or (particle and _capital_after(listed, at + length))):
            break
        length += 1
    return length


def _belongs(word: Word, *, small: bool) -> bool:
    if word.capital:
        known = word.low in words("surnames") | words("given")
        return known or not (word.loud or word.low in words("not_names"))
    plain = word.low in words("not_names") | words("given_and_words") | SURNAME_PLACES
    return small and (word.low in words("surnames") or word.low.startswith(("mc", "o'"))) and not plain


def _capital_after(listed: list[Word], at: int) -> bool:
    return at + 1 < len(listed) and listed[at + 1].capital and listed[at + 1].gap == " "


def _surname_place(listed: list[Word], at: int) -> bool:
    """Return whether "Sarah Hill" is a person: a given name before a place word that is a surname too."""
    after = listed[at + 1] if at + 1 < len(listed) else None
    return listed[at].low in words("given") and after is not None and after.low in SURNAME_PLACES


def _alone(listed: list[Word], at: int) -> bool:
    """Return whether a name in small letters ends its part of the sentence: "thanks grace", "my son mark and i"."""
    return (
        at + 1 == len(listed)
        or listed[at + 1].gap.strip() != ""
        or listed[at + 1].low in ("and", "is", "who", "was", "has")
    )


def _ends(text: str, listed: list[Word], at: int) -> bool:
    """Return whether a signature begins here: at most three capitals to the end, after the end of a sentence."""
    rest = listed[at:]
    if len(rest) > 3 or not rest[0].opens or at == 0:
        return False
    return all(word.capital for word in rest) and text[rest[-1].end :].strip(" .!\n") in ("", "x", "xx")
