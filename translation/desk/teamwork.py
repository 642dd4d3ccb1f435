"""Who works on what, remarks, and earlier texts: read in a fixed number of queries however long a page is."""

from collections import defaultdict

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from core.models import User
from translation.desk.segments import Sentence
from translation.models import Assignment, EarlierText, Remark

#: So many characters a remark may have.
LONGEST = 1000


def assignee(translation: Translation) -> User | None:
    """Return who works on a translation."""
    found = Assignment.objects.filter(translation=translation).select_related("person").first()
    return found.person if found else None


def assign(translation: Translation, person: User | None) -> None:
    """Say who works on a translation; None: nobody any more."""
    if person is None:
        Assignment.objects.filter(translation=translation).delete()
    else:
        Assignment.objects.update_or_create(translation=translation, defaults={"person": person})


def remark(translation: Translation, sentence: Sentence | None, text: str, user: User) -> str:
    """Store a remark and return what is wrong with it, else nothing."""
    if not text.strip():
        return _("Write the remark first.")
    if len(text) > LONGEST:
        return _("Make the remark shorter: %(most)d characters at most.") % {"most": LONGEST}
    segment = sentence.segment if sentence else None
    Remark.objects.create(translation=translation, segment=segment, text=text.strip(), by=user)
    return ""


def remarks_of(translation: Translation) -> dict[int, list[Remark]]:
    """Return the remarks by the key of their segment; 0 stands for the whole translation."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for each in Remark.objects.filter(translation=translation).select_related("by"):
        found[each.segment_id or 0].append(each)
    return found


def earlier_of(sentences: list[Sentence]) -> dict[int, list[EarlierText]]:
    """Return what the sentences said before, the newest first, by the key of their segment."""
    segments = {sentence.row.pk: sentence.pk for sentence in sentences if sentence.row is not None}
    found: dict[int, list[EarlierText]] = defaultdict(list)
    for each in EarlierText.objects.filter(sentence__in=segments).select_related("by"):
        found[segments[each.sentence_id]].append(each)
    return found
