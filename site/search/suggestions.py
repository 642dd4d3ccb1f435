"""What somebody may be typing: titles of the site, and the words that editors know residents use."""

from search import backends
from search.folding import fold, words_of
from search.models import Synonym

#: Lines under the box: more than a glance takes in nobody reads.
MOST = 7
SHORTEST = 2


def suggestions(typed: str, language: str) -> list[str]:
    """Return searches that begin as ``typed`` does, residents' words first; none for one letter. Any text is safe."""
    words = words_of(fold(typed[:100]))[:8]
    if not words or len("".join(words)) < SHORTEST:
        return []
    known = Synonym.objects.filter(language=language, words__istartswith=" ".join(words))
    own = known.order_by("words").values_list("words", flat=True).distinct()[:2]
    return list(dict.fromkeys([*own, *backends.current().by_beginning(words, language, MOST)]))[:MOST]
