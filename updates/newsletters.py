"""From a draft to a letter in each language, checked before it is sent, and sent once."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from accessibility.services import evaluate, markup_faults
from core.models import User
from core.services import Message, queue_message, record_event
from updates.held import hold_back
from updates.items import Item
from updates.letters import Letter, message_for
from updates.models import Newsletter, Notice, Sending, Subscriber
from updates.models.sending import IN_DOUBT
from updates.pages import public_page, whole_url
from updates.plain import as_text
from updates.wording import wording_of

Faults = list[str]


def letter_for(row: Newsletter) -> Letter:
    """Return the letter in the active language: pages as they are now, the authors' own words as they were written."""
    words = wording_of(row, get_language() or settings.LANGUAGE_CODE)
    html = _whole_links(expand_db_html(words.intro))
    return Letter(
        " ".join(words.subject.split()),
        _items(row),
        html,
        as_text(html),
        _other(words.intro_language),
        _other(words.subject_language),
        ("newsletter", ""),
    )


def _other(language: str) -> str:
    """Return a language where it is not the active one."""
    return "" if language == get_language() else language


def frozen_letter(row: Newsletter) -> Letter | None:
    """Return the letter in the active language as it was when the sending began."""
    kept = row.frozen.get(get_language() or "") or row.frozen.get(settings.LANGUAGE_CODE)
    if not kept:
        return None
    items = [Item(**item) for item in kept["items"]]
    subject_language = kept.get("subject_language", kept["language"])
    return Letter(
        kept["subject"], items, kept["html"], kept["text"], kept["language"], subject_language, ("newsletter", "")
    )


def specimen(row: Newsletter, language: str = "") -> Message:
    """Return the message that a reader of ``language``, or its first one, gets; its links lead to nobody's list."""
    with override(language or row.language):
        reader = Subscriber(channel="mail", language=language or row.language)
        return message_for(reader, "reader@example.org", letter_for(row), str(row.pk))


def faults_of(row: Newsletter) -> Faults:
    """Return why it may not be sent yet: it is empty, names pages nobody sees, or is not accessible."""
    found: Faults = []
    if not row.intro.strip() and not row.entries.exists():
        found.append(_("There is nothing in it yet: write an introduction or choose a page."))
    others = list(row.words.all())
    if any("@" in subject for subject in (row.subject, *(words.subject for words in others))):
        found.append(_("The subject must not hold an email address."))
    if any(words.language == row.language for words in others):
        found.append(_("The first language stands a second time among the others: take it away there."))
    for entry in row.entries.select_related("page"):
        if public_page(entry.page.translation_key) is None:
            found.append(_("The page “%(title)s” is not public.") % {"title": entry.page.title})
    found += [f"{finding.message} {finding.how}" for finding in evaluate(row).blocking]
    for language in dict.fromkeys([row.language, *(words.language for words in others)]):
        found += markup_faults(specimen(row, language).html)
    return list(dict.fromkeys(found))


def seen_in_letters(_tree: object, _words: object, _place: object) -> None:
    """Leave words in other languages to the look at whole letters, each in its own language."""


def send_specimen(row: Newsletter, staff: User, language: str = "") -> None:
    """Send the letter in a language to a member of staff, to look at in their own mail program."""
    message = specimen(row, language)
    words = {"subject": message.subject, "body": message.body, "html": message.html}
    key = f"updates.specimen:{row.pk}:{timezone.now().isoformat()}"
    queue_message(channel="mail", to=staff.email, idempotency_key=key, **words)


@transaction.atomic
def begin(row: Newsletter, waiting: Sequence[str] = (Newsletter.State.DRAFT, Newsletter.State.SCHEDULED)) -> bool:
    """Freeze the letter in every language and hand it to the fan-out; False when it is not ``waiting`` any more."""
    mine = Newsletter.objects.filter(pk=row.pk, state__in=waiting)
    if not mine.update(state=Newsletter.State.SENDING, sent_at=timezone.now()):
        return False
    frozen = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            frozen[language] = _as_json(letter_for(row))
    notice = Notice.tell(
        f"newsletter:{row.pk}", kind="newsletter", keys=[""], event="newsletter", title=row.subject
    ) or Notice.objects.get(happening=f"newsletter:{row.pk}")
    Newsletter.objects.filter(pk=row.pk).update(frozen=frozen, notice=notice)
    return True


def run_newsletters() -> None:
    """Begin what is scheduled for now, and close what has reached everybody.

    The checks take their time: who took it back or sent it meanwhile has decided, and nothing here undoes that.
    """
    for row in Newsletter.objects.filter(state=Newsletter.State.SCHEDULED, send_at__lte=timezone.now()):
        if faults := faults_of(row):
            hold_back(row, faults)
        else:
            begin(row, [Newsletter.State.SCHEDULED])
    sending = Newsletter.objects.filter(state=Newsletter.State.SENDING, notice__fanned_at__isnull=False)
    for row in sending.select_related("notice"):
        counts = counts_of(row)
        if not counts["waiting"]:
            Newsletter.objects.filter(pk=row.pk).update(state=Newsletter.State.SENT, counts=counts)


def counts_of(row: Newsletter) -> dict[str, int]:
    """Return for how many it is, how many got it, wait and were refused, and of how many nobody can tell.

    The last are those whose worker was killed while the mail server had their message.
    """
    if row.counts:
        return {"unsure": 0, **row.counts}
    waiting, dead, unsure = Q(delivered_at=None, dead_at=None), Q(dead_at__isnull=False), Q(last_error=IN_DOUBT)
    found = Sending.objects.filter(notice=row.notice, notice__isnull=False).aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=waiting),
        refused=Count("pk", filter=dead & ~unsure),
        unsure=Count("pk", filter=dead & unsure),
    )
    return {**found, "delivered": found["all"] - found["waiting"] - found["refused"] - found["unsure"]}


def schedule(row: Newsletter, at: Any, staff: User) -> None:
    """Send a draft at a time; the decision is kept."""
    draft = Newsletter.objects.filter(pk=row.pk, state=Newsletter.State.DRAFT)
    if draft.update(state=Newsletter.State.SCHEDULED, send_at=at, sent_by=staff):
        record_event(verb="newsletter.schedule", obj=row, actor=staff)


def back_to_draft(row: Newsletter) -> None:
    """Take a scheduled one back; one that is on its way stays as it is."""
    Newsletter.objects.filter(pk=row.pk, state=Newsletter.State.SCHEDULED).update(state=Newsletter.State.DRAFT)


def _items(row: Newsletter) -> list[Item]:
    found = []
    for entry in row.entries.all():
        page = public_page(entry.page.translation_key)
        if page:
            code = page.locale.language_code
            language = "" if code == get_language() else code
            summary = getattr(page.specific, "summary", "")
            found.append(Item(page.title, summary, whole_url(page), language, language))
    return found


def _as_json(letter: Letter) -> dict[str, Any]:
    return {
        "subject": letter.subject,
        "items": [asdict(item) for item in letter.items],
        "html": letter.intro_html,
        "text": letter.intro_text,
        "language": letter.intro_language,
        "subject_language": letter.subject_language,
    }


def _whole_links(html: str) -> str:
    """Return rich text whose links hold the whole address: a letter has no site around it."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.find_all("a", href=True):
        if str(anchor["href"]).startswith("/"):
            anchor["href"] = f"{settings.WAGTAILADMIN_BASE_URL}{anchor['href']}"
    return str(soup)
