"""Links, e-mail addresses and paths: the same ones as in the English."""

import re
from collections import Counter
from collections.abc import Iterator

from translation.checks.base import Finding, Segment
from translation.checks.marking import noop as _

#: The part of an address that names a language: a translator may lead to their own.
_LANGUAGE = re.compile(r"(?<=[/.])en(?:-[a-z]{2})?(?=[/.])|^en(?=\.)")
_PATH = re.compile(r"(?<![\w/<.~:@])~?/[a-z][\w.-]+(?:/[\w.-]*)+(?!\w)", re.ASCII | re.IGNORECASE)


def check_links(segment: Segment) -> Iterator[Finding]:
    """Yield a finding for each address that is lost or new."""
    source, target = (_addresses(part.links, part.words) for part in (segment.english, segment.translation))
    own = [_LANGUAGE.sub(segment.language, address) for address in source]
    lost = [link for link, mine in zip(source, own, strict=True) if link not in target and mine not in target]
    short = Counter(source) - Counter(target)
    new = [link for link in target if link not in source and link not in own]
    for link in lost or ([] if new else [link for link in short if link in target]):
        yield Finding(_code(link), _("“%(link)s” of the English is missing."), {"link": link})
    for link in dict.fromkeys(new):
        yield Finding(_code(link), _("“%(link)s” does not stand in the English."), {"link": link})


def _addresses(links: tuple[str, ...], words: str) -> list[str]:
    return [link.rstrip(".,;:!?…—-|").lower() for link in [*links, *_PATH.findall(words)]]


def _code(link: str) -> str:
    return "email" if "@" in link or link.startswith("mailto:") else "phone" if link.startswith("tel:") else "link"
