"""What the desk writes: words, decisions, and the page that readers get."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringTranslation, Translation

from core.models import User
from core.services import GateFinding, PublishBlocked
from translation.desk.memory import recall_exactly
from translation.desk.segments import REFUSED, Sentence, needs_words, refusal, sentences
from translation.gate import findings_of
from translation.models.decision import CHECKED, Decision, digest
from translation.models.stale import StaleTranslation
from translation.models.teamwork import EarlierText
from translation.printable import printable


@dataclass(frozen=True)
class Conflict:
    """Somebody else has changed a sentence: ``theirs`` is stored, ``mine`` is not."""

    sentence: Sentence
    mine: str
    theirs: str


@transaction.atomic
def save_words(
    translation: Translation,
    texts: Mapping[int, str],
    marks: Mapping[int, str],
    user: User | None,
    *,
    machine: bool = False,
) -> list[Conflict]:
    """Store ``texts`` by the key of their segment, and return what somebody else has changed since ``marks`` were read.

    A segment without a mark is written whatever stands there. An emptied text is taken away.
    """
    conflicts = []
    for sentence in sentences(translation):
        text = printable(texts[sentence.pk]) if sentence.pk in texts else sentence.text
        if text == sentence.text:
            continue
        if sentence.pk in marks and marks[sentence.pk] != sentence.mark:
            conflicts.append(Conflict(sentence, text, sentence.text))
            continue
        store(translation, sentence, text, user, machine=machine)
    return conflicts


def store(translation: Translation, sentence: Sentence, text: str, user: User | None, *, machine: bool = False) -> None:
    """Write one sentence, or take its translation away when ``text`` is empty."""
    if not text.strip():
        if sentence.row is not None:
            sentence.row.delete()
        return
    if sentence.row is not None and sentence.row.data != text:
        EarlierText.objects.create(sentence=sentence.row, text=sentence.row.data, by=sentence.row.last_translated_by)
    kinds, wrong = StringTranslation, refusal(sentence.source, text)
    values = {
        "data": text,
        "translation_type": kinds.TRANSLATION_TYPE_MACHINE if machine else kinds.TRANSLATION_TYPE_MANUAL,
        "last_translated_by": user,
        "has_error": bool(wrong),
        "field_error": wrong,
    }
    StringTranslation.objects.update_or_create(
        translation_of=sentence.segment.string,
        locale=translation.target_locale,
        context=sentence.segment.context,
        defaults=values,
    )


def fill_in(translation: Translation, user: User | None) -> int:
    """Write what the memory knows word for word, and what needs no words; return how many sentences that were."""
    found = sentences(translation)
    known = recall_exactly(translation, found)
    filled = 0
    for sentence in found:
        text = known.get(sentence.source, "") if needs_words(sentence.segment) else sentence.source
        if not sentence.text and text:
            store(translation, sentence, text, user)
            filled += 1
    return filled


def decide(sentence: Sentence, code: str, reason: str, user: User) -> str:
    """Let a finding pass, or a machine's words as read, and return what is wrong with that, else nothing."""
    row = sentence.row
    if row is None:
        return _("There is no translation to decide about.")
    if code != CHECKED and code not in {each.code for each in sentence.findings if each.code != REFUSED}:
        return _("There is nothing here that could pass.")
    if code != CHECKED and not reason.strip():
        return _("Say why this is right as it is.")
    if code != CHECKED and row.last_translated_by_id == user.pk:
        return _("Somebody else than the translator has to let this pass.")
    Decision.objects.get_or_create(
        translation=row, code=code, digest=digest(row.data), defaults={"reason": reason.strip()[:255], "by": user}
    )
    return ""


def publish(translation: Translation, user: User) -> None:
    """Put the translation live, whole or not at all.

    Raises PublishBlocked when its sentences do not allow that, or when the page does not take one of them.
    """
    findings = list(findings_of(translation))
    if findings:
        raise PublishBlocked(findings)
    try:
        # wagtail-localize writes the page before our gates are asked: what they refuse must not stay on it.
        with transaction.atomic():
            _write(translation, user)
    except PublishBlocked:
        raise
    except (ValidationError, AttributeError) as error:
        # wagtail-localize fails over an error that names no field.
        wrong = error.__context__ if isinstance(error, AttributeError) else error
        if not isinstance(wrong, ValidationError):
            raise
        raise PublishBlocked(_noted(translation, wrong)) from error


def _write(translation: Translation, user: User) -> None:
    drafts = issubclass(translation.source.specific_content_type.model_class(), DraftStateMixin)
    translation.save_target(user=user, publish=not drafts)
    if drafts:
        target = translation.get_target_instance()
        # Who may work in a language may publish in it: the desk has asked, and pages know nothing of languages.
        target.publish(target.get_latest_revision(), user=user, skip_permission_checks=True)
    StaleTranslation.objects.filter(translation=translation).delete()


def _noted(translation: Translation, error: ValidationError) -> list[GateFinding]:
    """Keep with each sentence why its field does not take it, for the desk to show, and return all reasons."""
    reasons: dict[str, list[str]] = {NON_FIELD_ERRORS: error.messages}
    if hasattr(error, "error_dict"):
        reasons = error.message_dict
    for sentence in sentences(translation):
        if sentence.row is not None and sentence.path in reasons:
            sentence.row.has_error, sentence.row.field_error = True, " ".join(reasons[sentence.path])
            sentence.row.save(update_fields=["has_error", "field_error"])
    how = _("Mend it in the translators’ desk.")
    return [
        GateFinding(f"translation.{REFUSED}", message if path == NON_FIELD_ERRORS else f"{path}: {message}", how)
        for path, messages in reasons.items()
        for message in messages
    ]
