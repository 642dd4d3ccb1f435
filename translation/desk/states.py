"""In which state a translation is, as the queue shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    RelatedObjectSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)

from translation.demand import visits
from translation.models.decision import CHECKED, Decision
from translation.models.stale import StaleTranslation


class State(models.TextChoices):
    """Of a page or snippet in one language."""

    MISSING = "missing", _("Missing")
    WORK = "work", _("In translation")
    MACHINE = "machine", _("Machine draft")
    CHECK = "check", _("Needs a check")
    STALE = "stale", _("Out of date")
    CURRENT = "current", _("Up to date")


@dataclass(frozen=True)
class Row:
    """One line of the queue. ``translation`` is None where nobody has begun; then ``page`` is the English page.

    ``wanted`` is how often readers asked for it in this language lately and were led to the English.
    """

    title: str
    kind: str
    state: State
    done: int
    total: int
    since: datetime | None
    translation: Translation | None = None
    page: Page | None = None
    wanted: int = 0


def rows(locale: Locale) -> list[Row]:
    """Return every translation into ``locale``, and every live English page that nobody has begun, oldest first."""
    asked = visits(locale)
    begun = [_row(translation, asked) for translation in annotated(locale)]
    return sorted([*begun, *_missing(locale, asked)], key=lambda row: (row.since is None, row.since))


def state_of(translation: Translation) -> State:
    """Return the state of one translation that :func:`annotated` read."""
    if translation.stale_since and translation.published:
        return State.STALE
    if translation.machine:
        return State.MACHINE
    if translation.done < translation.total:
        return State.WORK
    if not translation.published or (translation.changed and translation.changed > translation.published):
        return State.CHECK
    return State.CURRENT


def annotated(locale: Locale) -> QuerySet[Translation]:
    """Return the translations into ``locale`` with ``total``, ``done``, ``machine``, ``published``, ``stale_since``."""
    segments = StringSegment.objects.filter(source=OuterRef("source"))
    words = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=locale, has_error=False
    )
    unread = words.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE).exclude(
        Exists(Decision.objects.filter(translation=OuterRef("pk"), code=CHECKED))
    )
    found: QuerySet[Translation] = (
        Translation.objects.filter(target_locale=locale, enabled=True)
        .select_related("source", "source__specific_content_type", "target_locale")
        .annotate(
            total=_count(segments),
            done=_count(segments.filter(Exists(words))),
            machine=_count(segments.filter(Exists(unread))),
            changed=Subquery(_newest_words(locale)),
            published=Coalesce(Subquery(_live_page(locale)), Subquery(_written_snippet(locale))),
            stale_since=Subquery(StaleTranslation.objects.filter(translation=OuterRef("pk")).values("since")[:1]),
        )
    )
    return found


def shown_in(translation: Translation) -> list[Row]:
    """Return the translations of the contacts and promises that a page or snippet shows."""
    related = RelatedObjectSegment.objects.filter(source=translation.source_id).values("object")
    found = annotated(translation.target_locale).filter(source__object__in=related)
    snippets = found.exclude(source__specific_content_type__in=_page_types())
    return [_row(each, {}) for each in snippets.order_by("pk")]


def _page_types() -> list[int]:
    found = ContentType.objects.get_for_models(*(model for model in apps.get_models() if issubclass(model, Page)))
    return [kind.pk for kind in found.values()]


def _newest_words(locale: Locale) -> QuerySet[StringTranslation]:
    """Return when a sentence of the translation was last written."""
    places = StringSegment.objects.filter(source=OuterRef(OuterRef("source"))).values("context")
    words = StringTranslation.objects.filter(locale=locale, context__in=places)
    newest: QuerySet[StringTranslation] = words.order_by("-updated_at").values("updated_at")[:1]
    return newest


def _live_page(locale: Locale) -> QuerySet[Page]:
    """Return when the translated page went live, where it is live and is no copy of the English."""
    pages = Page.objects.filter(translation_key=OuterRef("source__object_id"), locale=locale, live=True)
    own: QuerySet[Page] = pages.filter(alias_of=None).values("last_published_at")[:1]
    return own


def _written_snippet(locale: Locale) -> QuerySet[TranslationLog]:
    """Return when a translated snippet, which has no drafts, was last written."""
    pages = Page.objects.filter(translation_key=OuterRef("source__object_id"))  # of the log, which has it too
    logs = TranslationLog.objects.filter(~Exists(pages), source=OuterRef("source"), locale=locale)
    newest: QuerySet[TranslationLog] = logs.order_by("-created_at").values("created_at")[:1]
    return newest


def _count(segments: QuerySet[StringSegment]) -> Coalesce:
    number = segments.order_by().values("source").annotate(number=Count("pk")).values("number")[:1]
    return Coalesce(Subquery(number), 0)


def _row(translation: Translation, asked: Mapping[UUID, int]) -> Row:
    state = state_of(translation)
    since = translation.stale_since or translation.changed or translation.created_at
    kind = translation.source.specific_content_type.name
    title, wanted = translation.source.object_repr, asked.get(translation.source.object_id, 0)
    return Row(title, kind, state, translation.done, translation.total, since, translation, wanted=wanted)


def _missing(locale: Locale, asked: Mapping[UUID, int]) -> Iterable[Row]:
    """Yield the live English pages that have no translation here; copies that nobody translated count as none."""
    begun = Translation.objects.filter(target_locale=locale, enabled=True).values("source__object_id")
    pages = (
        Page.objects.live()
        .filter(locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)
        .exclude(translation_key__in=begun)
        .order_by("path")
    )
    names = {kind.pk: kind.name for kind in ContentType.objects.all()}
    for page in pages:
        kind = names.get(page.content_type_id, "")
        wanted = asked.get(page.translation_key, 0)
        yield Row(page.title, kind, State.MISSING, 0, 0, page.first_published_at, page=page, wanted=wanted)
