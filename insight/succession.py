"""Services that were renamed or merged: events keep the name they were told under, figures follow the name of today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from insight.directory import AREA_DEPTH, KEPT_SECONDS, area_of
from insight.models import ServiceChange

_KEY = "insight:succession"
#: (old, new, kind, day)
Change = tuple[str, str, str, date]


@dataclass(frozen=True)
class Succession:
    """All changes; newest first."""

    changes: Sequence[Change]

    def now(self, service: str, *, merged: bool = True) -> str:
        """Return the name of today; without ``merged`` only new names are followed, not joint ones."""
        follows = {old: new for old, new, kind, _on in self.changes if merged or kind == ServiceChange.Kind.RENAMED}
        seen = {""}
        while service not in seen and service in follows:
            seen.add(service)
            service = follows[service]
        return service

    def names(self, service: str) -> list[str]:
        """Return every name whose answers count for ``service``, its own first."""
        return [service, *(old for old, *_rest in self.changes if old != service and self.now(old) == service)]

    def told(self, services: Iterable[str]) -> list[str]:
        """Return a sentence for each change that the figures of ``services`` hold."""
        wanted = set(services)
        return [_told(change) for change in self.changes if self.now(change[0]) in wanted]


def succession() -> Succession:
    """Return the changes, remembered for five minutes or until one is saved."""
    return Succession(cache.get_or_set(_KEY, _read, KEPT_SECONDS) or ())


def name_of(service: str) -> str:
    """Return a service's short name as people read it."""
    return service.replace("-", " ").capitalize()


def forget(**_signal: Any) -> None:
    """Read the changes anew: one was saved or removed."""
    cache.delete(_KEY)


def renamed(instance: Page, instance_before: Page, **_signal: Any) -> None:
    """A service area has a new address: its answers follow."""
    if instance.depth == AREA_DEPTH and _english(instance):
        _keep(instance_before.slug, instance.slug, ServiceChange.Kind.RENAMED)


def moved(instance: Page, parent_page_before: Page, **_signal: Any) -> None:
    """A service area became a part of another one."""
    area = area_of(instance)
    if parent_page_before.depth == AREA_DEPTH - 1 and instance.depth > AREA_DEPTH and _english(instance) and area:
        _keep(instance.slug, area.slug, ServiceChange.Kind.MERGED)


def _keep(old: str, new: str, kind: str) -> None:
    """Keep the change; a name that is used again follows nobody any more."""
    ServiceChange.objects.filter(old=new[:80]).delete()
    if old != new:
        ServiceChange.objects.update_or_create(old=old[:80], defaults={"new": new[:80], "kind": kind})


def _english(page: Page) -> bool:
    return bool(page.locale.language_code == settings.LANGUAGE_CODE)


def _read() -> list[Change]:
    return list(ServiceChange.objects.values_list("old", "new", "kind", "changed_on"))


def _told(change: Change) -> str:
    old, new, kind, on = change
    words = _("Since %(day)s, “%(old)s” is called “%(new)s”. The figures hold the answers under both names.")
    if kind == ServiceChange.Kind.MERGED:
        words = _("Since %(day)s, “%(old)s” is part of “%(new)s”. The figures hold the answers of both.")
    return words % {"day": date_format(on, "j F Y"), "old": name_of(old), "new": name_of(new)}
