"""The sentences of one translation, each with what is known about it."""

import html
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bs4.exceptions import ParserRejectedMarkup
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from translation.checks import CRITICAL, Finding, Segment, Term, check
from translation.models.decision import CHECKED, Decision, digest
from translation.models.glossary import GlossaryTerm

#: Paths whose text is an address, not words.
ADDRESSES = ("slug",)
#: A text that the page does not take: wagtail-localize would put the English in its place, so nobody may let it pass.
REFUSED = "refused"


@dataclass
class Sentence:
    """One segment: English ``source``, its ``text`` in the language (empty when missing), and the findings about it."""

    segment: StringSegment
    row: StringTranslation | None
    findings: list[Finding]
    decided: dict[str, Decision] = field(default_factory=dict)

    @property
    def pk(self) -> int:
        """Return the key of the segment."""
        return int(self.segment.pk)

    @property
    def source(self) -> str:
        """Return the English."""
        return str(self.segment.string.data)

    @property
    def path(self) -> str:
        """Return where the sentence stands, for example ``body.<uuid>``."""
        return str(self.segment.context.path)

    @property
    def text(self) -> str:
        """Return the translation."""
        return str(self.row.data) if self.row else ""

    @property
    def mark(self) -> str:
        """Return what tells whether somebody else has changed the text meanwhile."""
        return digest(self.text)

    @property
    def is_machine(self) -> bool:
        """Return whether a machine wrote this and nobody has checked it yet."""
        machine = self.row is not None and self.row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        return machine and CHECKED not in self.decided

    @property
    def blocking(self) -> list[Finding]:
        """Return the critical findings that nobody has let pass."""
        critical = (each for each in self.findings if each.severity == CRITICAL)
        return [each for each in critical if each.code == REFUSED or each.code not in self.decided]


def sentences(translation: Translation) -> list[Sentence]:
    """Return every sentence of a translation in the order of the page, in four queries however many there are."""
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    rows = {(row.translation_of_id, row.context_id): row for row in _rows(translation)}
    decisions = _decisions(rows.values())
    code = translation.target_locale.language_code
    terms = glossary(translation.target_locale_id)
    room = _room(translation)
    found = []
    for segment in segments.order_by("order"):
        row = rows.get((segment.string_id, segment.context_id))
        decided = {each.code: each for each in decisions[row.pk] if each.digest == digest(row.data)} if row else {}
        findings = [*_findings(segment, row, code, terms), *_refused(segment, row, room)]
        found.append(Sentence(segment, row, findings, decided))
    return found


def glossary(locale_id: int) -> tuple[Term, ...]:
    """Return the terms of a language."""
    return tuple(Term(term.english, term.rule, term.text) for term in GlossaryTerm.objects.filter(locale=locale_id))


def needs_words(segment: StringSegment) -> bool:
    """Return whether a segment is to be translated: addresses, and texts without a letter, stay as they are."""
    return segment.context.path not in ADDRESSES and any(letter.isalpha() for letter in segment.string.data)


def _findings(
    segment: StringSegment, row: StringTranslation | None, code: str, terms: tuple[Term, ...]
) -> list[Finding]:
    if not needs_words(segment):
        return []
    return check(Segment(segment.string.data, row.data if row else "", code, glossary=terms))


def refusal(english: str, text: str) -> str:
    """Return why wagtail-localize would not put ``text`` into a page, nothing when it would."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(english, text)
    except (ParserRejectedMarkup, RecursionError):
        return _("Its tags cannot be read.")
    except ValueError as error:
        return str(error)
    return ""


def _refused(segment: StringSegment, row: StringTranslation | None, room: Mapping[str, int]) -> list[Finding]:
    """Return why the page would not take a text, which nobody may let pass."""
    if row is None:
        return []
    most, long = room.get(segment.context.path), len(html.unescape(row.data))
    if most is not None and long > most:
        why = _("This has %(long)d characters, and there is room for %(most)d.") % {"long": long, "most": most}
    elif row.has_error:
        why = row.field_error or refusal(segment.string.data, row.data) or _("The page does not take this text.")
    else:
        return []
    return [Finding(REFUSED, "%(why)s", {"why": why})]


def _room(translation: Translation) -> dict[str, int]:
    """Return how many characters each field of the page or snippet takes, where that has an end."""
    fields = translation.source.specific_content_type.model_class()._meta.concrete_fields
    return {field.name: field.max_length for field in fields if field.max_length}


def _rows(translation: Translation) -> Iterable[StringTranslation]:
    rows: Iterable[StringTranslation] = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__in=StringSegment.objects.filter(source=translation.source_id).values("context"),
    ).select_related("last_translated_by")
    return rows


def _decisions(rows: Iterable[StringTranslation]) -> dict[int, list[Decision]]:
    found: dict[int, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.filter(translation__in=[row.pk for row in rows]).select_related("by"):
        found[decision.translation_id].append(decision)
    return found
