"""From a search to ranked entries: candidates from words, likeness and meaning; then one judgement over all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest

from django.db.models.functions import Left
from django.utils import timezone

from search import backends, embedding
from search.meaning import MOST_TEXT, closeness
from search.models import BestBet, SearchEntry
from search.models.best_bet import folded_query
from search.question import Question, understand
from search.ranking import Candidate, Ranker, Why
from search.snapshot import Snapshot, snapshot_of
from search.synonyms import Rule

#: Entries that each way may offer.
BY_WORDS, BY_LIKENESS, BY_MEANING = 150, 50, 40
#: An entry that shares no word with a search must be this close to it in meaning (mean of two cosines).
CLOSE = 0.2
#: A word that more than this part of the entries uses is left out of the look-up where rarer ones are there.
COMMON_SHARE = 0.1
#: What a best bet adds: more than all else together.
BEST_BET = 10.0


@dataclass(frozen=True)
class Hit:
    """An entry's id, how well it fits and why."""

    entry_id: int
    why: Why


@dataclass(frozen=True)
class Found:
    """The hits of one language, best first. ``guessed``: no entry has a word of the search."""

    question: Question
    hits: list[Hit] = field(default_factory=list)
    guessed: bool = False


def find_in(query: str, language: str, *, exact: bool = False, extra: Iterable[Rule] = ()) -> Found:
    """Return what fits ``query`` among the entries of one language."""
    snapshot = snapshot_of(language)
    question = understand(query, language, snapshot.words, exact=exact, extra=extra)
    if not question.words:
        return Found(question, _bets(query, language, []))
    near = _near(question, snapshot)
    spelt = _by_words(question, snapshot)
    closest = nlargest(BY_MEANING, near, key=lambda key: near[key])
    wanted = spelt | {key for key in closest if near[key] >= CLOSE}
    ranker = Ranker(question, snapshot.words, snapshot.size, timezone.now())
    hits = [Hit(each.entry_id, ranker.judge(each)) for each in _candidates(wanted, near)]
    hits.sort(key=lambda hit: (-hit.why.score, hit.entry_id))
    return Found(question, _bets(query, language, hits), guessed=not spelt)


def _by_words(question: Question, snapshot: Snapshot) -> set[int]:
    """Return the ids of entries with any of the words or their synonyms, else with a word that looks like one."""
    engine, language = backends.current(), question.language
    words = _telling(question.words, snapshot)
    found = engine.by_words(words, language, BY_WORDS)
    meant = list(dict.fromkeys(part for other in question.others for part in other))
    found += engine.by_words(_telling(meant, snapshot), language, BY_WORDS // 2) if meant else []
    if question.strange or not found:
        found += engine.by_likeness(question.strange or question.words, language, BY_LIKENESS)
    return {hit.entry_id for hit in found}


def _telling(words: list[str], snapshot: Snapshot) -> list[str]:
    """Leave out what half the site says, unless nothing else is left."""
    most = max(snapshot.size * COMMON_SHARE, 50)
    return [word for word in words if snapshot.words.get(word, 0) <= most] or words


def _near(question: Question, snapshot: Snapshot) -> dict[int, float]:
    """Return the cosine of every entry with the search, as typed or as meant; empty without a model."""
    embedder = embedding.current() if question.language == "en" else None
    if embedder is None or not len(snapshot.ids):
        return {}
    wanted = embedder.embed(list(dict.fromkeys([question.text, question.meant])))
    close = closeness(snapshot.vectors, wanted)
    return dict(zip(snapshot.ids.tolist(), close.tolist(), strict=True))


def _candidates(wanted: set[int], near: dict[int, float]) -> list[Candidate]:
    """Read the candidates; what has gone since is not there any more."""
    columns = ("pk", "folded_title", "folded_summary", Left("folded_body", MOST_TEXT), "demand", "published_at", "kind")
    best = sorted(wanted, key=lambda key: -near.get(key, 0.0))[: BY_WORDS + BY_LIKENESS + BY_MEANING]
    rows = SearchEntry.objects.filter(pk__in=best).values_list(*columns)
    return [
        Candidate(key, title, f"{summary} {body}", near.get(key, 0.0), demand or 0.0, published, kind)
        for key, title, summary, body, demand, published, kind in rows
    ]


def _bets(query: str, language: str, hits: list[Hit]) -> list[Hit]:
    """Put what editors chose for exactly this search first."""
    chosen = BestBet.objects.filter(folded=folded_query(query), language=language).order_by("position", "pk")
    pages = [f"page:{key}" for key in chosen.values_list("page_id", flat=True)]
    if not pages:
        return hits
    ids = dict(SearchEntry.objects.filter(key__in=pages, language=language).values_list("key", "pk"))
    bets = [ids[key] for key in pages if key in ids]
    known = {hit.entry_id: hit.why for hit in hits}
    first = [Hit(key, _with_bet(known.get(key, Why()), len(bets) - place)) for place, key in enumerate(bets)]
    return [*first, *(hit for hit in hits if hit.entry_id not in bets)]


def _with_bet(why: Why, place: int) -> Why:
    return Why(**{**why.as_dict(), "best_bet": BEST_BET + place})
