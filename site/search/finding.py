"""From a search to ranked entries: candidates from words, likeness and meaning; then one judgement over all."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models.functions import Left
from django.utils import timezone

from search import backends, embedding
from search.meaning import MOST_TEXT
from search.models import BestBet, SearchEntry
from search.models.best_bet import folded_query
from search.nearness import Near
from search.question import Question, understand
from search.ranking import Candidate, Ranker, Why
from search.snapshot import Snapshot, snapshot_of
from search.spelling import alike
from search.synonyms import Rule

#: Entries that each way may offer.
BY_WORDS, BY_OTHER_WORDS, BY_LIKENESS, BY_MEANING = 60, 40, 20, 40
#: An entry that shares no word with a search must be this close to it in meaning (mean of three cosines).
CLOSE = 0.2
#: Where nobody knows a word of a search and its best result scores less than this, nothing fits. Measured: nonsense
#: stays under 0.24, residents' words that the site does not use (mice, rats) begin at 0.31.
WEAK = 0.28
#: A word that more than this part of the entries uses is left out of the look-up where rarer ones are there.
COMMON_SHARE = 0.1
#: What a best bet adds: more than all else together.
BEST_BET = 10.0


@dataclass(frozen=True)
class Hit:
    """An entry's id, its name in all languages, its kind, and why it fits."""

    entry_id: int
    name: tuple[UUID | None, str]
    kind: str
    why: Why


@dataclass(frozen=True)
class Found:
    """The hits of one language, best first.

    ``guessed``: no entry has a word of the search. ``weak``: the site knows none of its words, and nothing comes close.
    """

    question: Question
    hits: list[Hit] = field(default_factory=list)
    guessed: bool = False
    weak: bool = False


def find_in(query: str, language: str, *, exact: bool = False, extra: Iterable[Rule] = ()) -> Found:
    """Return what fits ``query`` among the entries of one language."""
    snapshot = snapshot_of(language)
    question = understand(query, language, snapshot.words, exact=exact, extra=extra)
    if not question.words:
        return Found(question, _bets(query, language, []))
    near = _near(question, snapshot)
    spelt = _by_words(question, snapshot)
    wanted = list(dict.fromkeys([*spelt, *near.closest(BY_MEANING, CLOSE)]))
    hits = _judged(question, snapshot, near, wanted)
    unknown = len(near.ids) > 0 and set(question.words) <= set(question.strange)
    weak = not hits or (unknown and hits[0].why.score < WEAK)
    return Found(question, _bets(query, language, hits), guessed=not spelt, weak=weak)


def _by_words(question: Question, snapshot: Snapshot) -> list[int]:
    """Return the ids of entries with any of the words or their synonyms, or with words that look like them."""
    engine, language = backends.current(), question.language
    found = engine.by_words(_telling(question.words, snapshot), language, BY_WORDS)
    meant = [part for other in question.others for part in other]
    likely = [other for word in question.strange for other in alike(word, snapshot.words)]
    for words, most in ((meant, BY_OTHER_WORDS), (likely, BY_LIKENESS)):
        if words:
            found += engine.by_words(_telling(list(dict.fromkeys(words)), snapshot), language, most)
    # Only where nothing else fits: an index of letters is slow, and any word is a little like many others.
    return [hit.entry_id for hit in found or engine.by_likeness(question.words, language, BY_LIKENESS)]


def _telling(words: list[str], snapshot: Snapshot) -> list[str]:
    """Leave out what half the site says, unless nothing else is left."""
    most = max(snapshot.size * COMMON_SHARE, 50)
    return [word for word in words if snapshot.words.get(word, 0) <= most] or words


def _near(question: Question, snapshot: Snapshot) -> Near:
    """Return how close the entries are to the search, as typed or as meant; nothing without a model."""
    embedder = embedding.current() if question.language == "en" else None
    if embedder is None or not len(snapshot.meanings.owners):
        return Near()
    return snapshot.meanings.near(embedder.embed(list(dict.fromkeys([question.text, question.meant]))))


def _judged(question: Question, snapshot: Snapshot, near: Near, wanted: list[int]) -> list[Hit]:
    """Read the candidates and rank them; what has gone since is not there any more."""
    ranker = Ranker(question, snapshot.words, snapshot.size, timezone.now())
    columns = ("pk", "folded_title", "folded_summary", Left("folded_body", MOST_TEXT), "demand", "published_at", "kind")
    rows = SearchEntry.objects.filter(pk__in=wanted).values_list(*columns, "thing", "key")
    hits = []
    for pk, title, summary, body, demand, published, kind, thing, key in rows:
        candidate = Candidate(pk, title, f"{summary} {body}", near.of(pk), demand or 0.0, published, kind)
        hits.append(Hit(pk, _name(thing, key), kind, ranker.judge(candidate)))
    return sorted(hits, key=lambda hit: (-hit.why.score, hit.entry_id))


def _name(thing: UUID | None, key: str) -> tuple[UUID | None, str]:
    """Return what is the same for all translations of an entry."""
    return (thing, key.partition("#")[2]) if thing else (None, key)


def _bets(query: str, language: str, hits: list[Hit]) -> list[Hit]:
    """Put what editors chose for exactly this search first."""
    chosen = BestBet.objects.filter(folded=folded_query(query), language=language).order_by("position", "pk")
    pages = [f"page:{key}" for key in chosen.values_list("page_id", flat=True)]
    if not pages:
        return hits
    known = {hit.entry_id: hit.why for hit in hits}
    rows = SearchEntry.objects.filter(key__in=pages, language=language).values_list("key", "pk", "thing", "kind")
    there = {key: Hit(pk, _name(thing, key), kind, known.get(pk, Why())) for key, pk, thing, kind in rows}
    bets = [there[key] for key in pages if key in there]
    first = [_with_bet(bet, len(bets) - place) for place, bet in enumerate(bets)]
    chosen_ids = {bet.entry_id for bet in bets}
    return [*first, *(hit for hit in hits if hit.entry_id not in chosen_ids)]


def _with_bet(hit: Hit, place: int) -> Hit:
    return replace(hit, why=replace(hit.why, best_bet=BEST_BET + place))
