"""Begin translations, one now or many in the background: a record, and the words that are remembered."""

import time
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from core.models import User
from core.services import Done, Outcome, Rejected
from translation.desk.write import fill_in
from translation.engines.draft import ask_for_draft
from translation.models import BeginJob
from translation.publish import snippets_of

#: Rows that are written at once.
_BATCH = 500
#: Seconds that begin after begin may take before other work of the worker has its turn.
TURN = 10.0
_GONE = "no-such-page"


def begin(page: Page, locale: Locale, user: User | None) -> tuple[Translation, int]:
    """Begin one translation, or go on where somebody began; return it, and how many sentences memory filled in.

    The contacts and promises that the page shows are begun with it.
    """
    translation = _record(page.specific, locale)
    begin_snippets(translation, user)
    return translation, fill_in(translation, user)


def begin_snippets(translation: Translation, user: User | None) -> None:
    """Begin what the source shows and nobody has translated: the page would say it in English otherwise."""
    for snippet in snippets_of(translation.source):
        if not snippet.has_translation(translation.target_locale):
            other = _record(snippet, translation.target_locale)
            begin_snippets(other, user)
            fill_in(other, user)


def _record(instance: Model, locale: Locale) -> Translation:
    """Return the record of a translation, a new one where there is none."""
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is None:
        # One that is there is kept up to date by whatever is published, see translation.follow.
        source, _created = TranslationSource.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    return translation


def ask_to_begin(pages: Iterable[int], locales: Iterable[int], user: User, *, draft: bool = False) -> int:
    """Put every page (key) in every language (key) that has not been begun into the queue; return how many."""
    wanted = {(page, locale) for page in pages for locale in locales}
    keys = dict(Page.objects.filter(pk__in={page for page, _ in wanted}).values_list("pk", "translation_key"))
    begun = set(Translation.objects.filter(enabled=True).values_list("source__object_id", "target_locale"))
    waiting = set(BeginJob.objects.filter(delivered_at=None, dead_at=None).values_list("page", "locale"))
    jobs = []
    for page, locale in sorted(wanted - waiting):
        if (keys.get(page), locale) in begun or page not in keys:
            continue
        job = BeginJob(page_id=page, locale_id=locale, asked_by=user, draft=draft)
        job.idempotency_key = f"begin:{job.pk}"
        jobs.append(job)
    BeginJob.objects.bulk_create(jobs, batch_size=_BATCH)
    return len(jobs)


def deliver(job: BeginJob) -> Outcome:
    """Begin what a job asks for, and then what others ask for until the turn is over.

    The outboxes take turns row by row, and a row of another one may take seconds: hundreds of pages would take hours.
    """
    outcome, ends = _begin_one(job), time.monotonic() + TURN
    while time.monotonic() < ends:
        other = _waiting().exclude(pk=job.pk).first()
        if other is None:
            break
        done = isinstance(_begin_one(other), Done)
        # A second worker that took the same row finds it begun: whoever is later changes nothing.
        state = {"delivered_at" if done else "dead_at": timezone.now(), "last_error": "" if done else _GONE}
        _waiting().filter(pk=other.pk).update(**state)
    return outcome


def _waiting() -> QuerySet[BeginJob]:
    """Return the jobs that no worker holds, the oldest first."""
    found: QuerySet[BeginJob] = BeginJob.objects.filter(delivered_at=None, dead_at=None, lease_until=None, attempts=0)
    return found.order_by("created_at", "pk").select_related("locale", "asked_by")


def _begin_one(job: BeginJob) -> Outcome:
    """Begin what one job asks for. A page that went offline meanwhile is not begun."""
    page = english_pages().filter(pk=job.page_id).first()
    if page is None:
        return Rejected(_GONE)
    translation, _filled = begin(page, job.locale, job.asked_by)
    if job.draft:
        ask_for_draft(translation)
    return Done()


def english_pages() -> QuerySet[Page]:
    """Return the pages that translations are made from: live, English, and no copies of others."""
    pages: QuerySet[Page] = Page.objects.live().filter(depth__gt=1, alias_of=None)
    return pages.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
