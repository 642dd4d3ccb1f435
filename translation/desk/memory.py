"""What was said before: the same English elsewhere, English that is nearly the same, and what it said until now."""

import difflib
from dataclasses import dataclass

from django.db.models import QuerySet
from rapidfuzz import fuzz, process
from wagtail_localize.models import StringTranslation, Translation

from translation.desk.segments import Sentence

#: So alike, in hundredths, two English texts have to be.
ALIKE = 75
#: So many texts are looked through for one that is alike.
_MOST = 5000


@dataclass(frozen=True)
class Remembered:
    """A translation of ``english``, so ``alike`` (100: the same) to the sentence; ``changes`` are its words."""

    english: str
    text: str
    alike: int
    changes: list[tuple[str, str]]


def recall(translation: Translation, found: list[Sentence]) -> dict[int, Remembered]:
    """Return the best memory for each sentence that has no translation yet, by the key of its segment."""
    missing = [sentence for sentence in found if not sentence.text]
    if not missing:
        return {}
    known = dict(_known(translation).values_list("translation_of__data", "data")[:_MOST])
    earlier = _earlier(translation, missing)
    memories = {sentence.pk: _best(sentence, known, earlier) for sentence in missing}
    return {pk: memory for pk, memory in memories.items() if memory is not None}


def recall_exactly(translation: Translation, found: list[Sentence]) -> dict[str, str]:
    """Return the translation of each missing sentence that stands somewhere word for word, by its English."""
    missing = {sentence.segment.string_id for sentence in found if not sentence.text}
    rows = _known(translation).filter(translation_of__in=missing)
    return dict(rows.values_list("translation_of__data", "data"))


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """Return the words of both texts with what became of them: ``same``, ``gone`` or ``new``."""
    old, new = before.split(), after.split()
    parts: list[tuple[str, str]] = []
    for kind, start, end, other, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(("same", " ".join(old[start:end])))
            continue
        parts += [("gone", " ".join(old[start:end]))] if end > start else []
        parts += [("new", " ".join(new[other:last]))] if last > other else []
    return parts


def _known(translation: Translation) -> QuerySet[StringTranslation]:
    """Return the translations that people wrote or checked, the newest last so that it wins."""
    known: QuerySet[StringTranslation] = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        translation_of__locale=translation.source.locale_id,
        has_error=False,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    ).order_by("updated_at")
    return known


def _earlier(translation: Translation, missing: list[Sentence]) -> dict[int, tuple[str, str]]:
    """Return what stood in the same place before the English changed, by the key of the place."""
    places = [sentence.segment.context_id for sentence in missing]
    rows = _known(translation).filter(context__in=places).values_list("context", "translation_of__data", "data")
    return {place: (english, text) for place, english, text in rows}


def _best(sentence: Sentence, known: dict[str, str], earlier: dict[int, tuple[str, str]]) -> Remembered | None:
    if sentence.source in known:
        return Remembered(sentence.source, known[sentence.source], 100, [])
    if sentence.segment.context_id in earlier:
        english, text = earlier[sentence.segment.context_id]
        alike = min(99, int(fuzz.ratio(english, sentence.source)))
        return Remembered(english, text, alike, changes(english, sentence.source))
    hit = process.extractOne(sentence.source, known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if hit is None:
        return None
    return Remembered(hit[0], known[hit[0]], min(99, int(hit[1])), changes(hit[0], sentence.source))
