"""Which other words a search may be asked in. One step only, so that a circle of synonyms ends at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from search.analysis import phrase
from search.models import Synonym
from search.synonyms.public import Phrase, public_synonyms

#: Words of a phrase that is looked up, and phrases that a search is widened by.
LONGEST, MOST = 4, 24


@dataclass(frozen=True)
class Rule:
    """A synonym that is tried before it is saved; see :class:`search.models.Synonym`."""

    words: str
    means: str
    both_ways: bool = False


def expansions(stems: Sequence[str], language: str, extra: Iterable[Rule] = ()) -> list[Phrase]:
    """Return the phrases that mean the same as some of ``stems``; what editors wrote comes first. One query."""
    phrases = dict.fromkeys(_runs(tuple(stems)))
    found = [*_tried(phrases, language, extra), *_written(phrases, language)]
    if language == "en":
        public = public_synonyms()
        found += [means for words in phrases for means in public.get(words, ())]
    return list(dict.fromkeys(found))[:MOST]


def _runs(stems: Phrase) -> Iterator[Phrase]:
    for length in range(min(LONGEST, len(stems)), 0, -1):
        yield from (stems[start : start + length] for start in range(len(stems) - length + 1))


def _written(phrases: Iterable[Phrase], language: str) -> Iterator[Phrase]:
    keys = [" ".join(words) for words in phrases]
    fits = Q(words_key__in=keys) | Q(means_key__in=keys, both_ways=True)
    known = set(keys)
    for row in Synonym.objects.filter(fits, language=language).order_by("pk")[:MOST]:
        if row.words_key in known:
            yield tuple(row.means_key.split())
        if row.both_ways and row.means_key in known:
            yield tuple(row.words_key.split())


def _tried(phrases: Iterable[Phrase], language: str, extra: Iterable[Rule]) -> Iterator[Phrase]:
    for rule in extra:
        words, means = phrase(rule.words, language), phrase(rule.means, language)
        if words in phrases:
            yield means
        if rule.both_ways and means in phrases:
            yield words
