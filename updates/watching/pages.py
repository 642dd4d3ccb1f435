"""What is published, changed in substance, and taken away."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from updates.models import Follow, KnownFacts, Notice
from updates.pages import kind_of, public_page

#: News of an older day is an archive that somebody brings in.
FRESH = timedelta(days=7)
#: A page that comes back within this time was never gone.
GONE_AFTER = timedelta(days=1)


def on_published(instance: Page, **_signal: Any) -> None:
    """Tell about new news, and about facts of other pages that have changed."""
    if instance.locale.language_code != "en" or (instance.alias_of_id and instance.alias_of):
        return
    page = instance.specific
    if kind_of(page) == "services.NewsPage":
        _news(page)
    else:
        _facts(page)


def on_gone(instance: Page, **_signal: Any) -> None:
    """Tell the followers of a page that is unpublished, and of all below it, unless it comes back."""
    if instance.locale.language_code == "en":
        for page in [instance, *instance.get_descendants().select_related("locale")]:
            tell_gone(page)


def on_deleted(instance: Page, **_signal: Any) -> None:
    """Tell the followers of a live page that is deleted."""
    if instance.live and instance.locale.language_code == "en":
        tell_gone(instance)


def on_restricted(instance: PageViewRestriction, **_signal: Any) -> None:
    """A page that is made private is gone for its followers."""
    for page in instance.page.get_descendants(inclusive=True).select_related("locale"):
        if page.locale.language_code == "en":
            tell_gone(page)


def tell_gone(page: Page) -> None:
    """Keep that a followed page is gone; it is looked at again before anybody is told."""
    key = str(page.translation_key)
    if not Follow.objects.filter(kind="page", key=key).exists():
        return
    today = timezone.localdate()
    Notice.tell(
        f"gone:{key}:{today}",
        kind="page",
        keys=[key],
        event="gone",
        about=page.translation_key,
        title=page.title,
        due_at=timezone.now() + GONE_AFTER,
    )


def tell_people(page: Page, words: str, language: str, stamp: str) -> Notice | None:
    """Tell the followers of ``page`` what its author says has changed; ``stamp`` makes one press one message."""
    key = str(page.translation_key)
    values = {"about": page.translation_key, "title": page.title, "words": words, "language": language}
    return Notice.tell(f"changed:{key}:{stamp}", kind="page", keys=[key], event="changed", **values)


def facts_of(page: Any) -> dict[str, str]:
    """Return what people plan by: cost, time, days and where to start. Words may change without being news."""
    days = [getattr(page, name, None) for name in ("opens_on", "closes_on", "starts_on", "starts", "ends")]
    facts = {
        "cost": str(getattr(page, "cost", "") or ""),
        "promise": str(getattr(page, "promise", "") or ""),
        "days": " ".join(str(day) for day in days if day),
        "start": " ".join(str(getattr(page, name, None) or "") for name in ("start_page_id", "start_url")).strip(),
    }
    return {name: value for name, value in facts.items() if value}


def _facts(page: Page) -> None:
    facts = facts_of(page)
    known, new = KnownFacts.objects.get_or_create(page_id=page.pk, defaults={"facts": facts})
    if new or known.facts == facts:
        return
    changed = [name for name in ("cost", "promise", "days", "start") if known.facts.get(name) != facts.get(name)]
    KnownFacts.objects.filter(pk=page.pk).update(facts=facts)
    key = str(page.translation_key)
    Notice.tell(
        f"facts:{key}:{page.live_revision_id or timezone.now().isoformat()}",
        kind="page",
        keys=[key],
        event="facts",
        about=page.translation_key,
        title=page.title,
        words=" ".join(changed),
    )


def _news(page: Any) -> None:
    if page.published_on < timezone.localdate() - FRESH or not public_page(page.translation_key):
        return
    keys = ["", page.topic] if page.topic else [""]
    about = {"about": page.translation_key, "title": page.title}
    Notice.tell(f"news:{page.translation_key}", kind="news", keys=keys, event="published", **about)
