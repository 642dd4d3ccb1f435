"""Machine drafts, in the background: asked for in the desk, written by the worker, never public by themselves."""

from wagtail_localize.models import Translation

from core.services import Done, Outcome, Rejected, Retry
from translation.checks import CRITICAL, Segment, Term, check
from translation.desk.segments import glossary, needs_words, refusal, sentences
from translation.desk.write import save_words
from translation.engines.base import EngineError
from translation.engines.protect import protect, unprotect
from translation.engines.registry import engine_for
from translation.models.job import DraftJob

#: So many texts go to an engine at once.
_CHUNK = 50


def ask_for_draft(translation: Translation) -> bool:
    """Put a draft of what is missing into the queue; False when its language has no engine."""
    if engine_for(translation.target_locale.language_code) is None:
        return False
    waiting = DraftJob.objects.filter(translation=translation, delivered_at=None, dead_at=None)
    if not waiting.exists():
        job = DraftJob(translation=translation)
        job.idempotency_key = f"draft:{job.pk}"
        job.save()
    return True


def draft_of(translation: Translation) -> DraftJob | None:
    """Return the newest request for a draft while it waits or when it was given up, else None."""
    newest = DraftJob.objects.filter(translation=translation).order_by("created_at", "pk").last()
    return newest if newest and newest.delivered_at is None else None


def deliver(job: DraftJob) -> Outcome:
    """Draft every sentence that has no translation yet; what comes back damaged is not written."""
    translation = job.translation
    code = translation.target_locale.language_code
    engine = engine_for(code)
    if engine is None:
        return Rejected("no-engine")
    terms = glossary(translation.target_locale_id)
    missing = [each for each in sentences(translation) if not each.text and needs_words(each.segment)]
    for start in range(0, len(missing), _CHUNK):
        chunk = missing[start : start + _CHUNK]
        sent = [protect(each.source, terms) for each in chunk]
        try:
            answers = engine.translate([each.text for each in sent], code)
        except EngineError as error:
            return Retry(error.code) if error.later else Rejected(error.code)
        texts = {
            sentence.pk: text
            for sentence, protected, answer in zip(chunk, sent, answers, strict=True)
            if (text := unprotect(answer, protected)) is not None and is_sound(sentence.source, text, code, terms)
        }
        save_words(translation, texts, {each.pk: each.mark for each in chunk}, None, machine=True)
    return Done()


def is_sound(english: str, text: str, code: str, terms: tuple[Term, ...]) -> bool:
    """Return whether a machine's words are worth a person's look."""
    findings = check(Segment(english, text, code, glossary=terms))
    return not refusal(english, text) and not any(finding.severity == CRITICAL for finding in findings)
