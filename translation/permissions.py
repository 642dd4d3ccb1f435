"""One policy for everything that translators see: which languages are theirs."""

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission, Locale

from translation.models.right import MANAGE, LocaleRight


def locales_of(user: Any) -> QuerySet[Locale]:
    """Return the languages that ``user`` may translate into; never the one that is translated from."""
    targets: QuerySet[Locale] = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("language_code")
    if not user.is_authenticated or not user.is_active:
        nothing: QuerySet[Locale] = targets.none()
        return nothing
    if user.has_perm(MANAGE):
        return targets
    own: QuerySet[Locale] = targets.filter(pk__in=LocaleRight.objects.filter(group__user=user).values("locale"))
    return own


def may_translate(user: Any, locale_id: int | None) -> bool:
    """Return whether ``user`` may work in a language."""
    return locale_id is not None and locales_of(user).filter(pk=locale_id).exists()


def writes_in(user: Any, code: str) -> bool:
    """Return whether ``user`` may write what videos say in a language (BCP 47)."""
    return locales_of(user).filter(language_code=code).exists()


def is_bound(user: Any) -> bool:
    """Return whether ``user`` is a translator of certain languages, and edits no others."""
    if user.has_perm(MANAGE) or not LocaleRight.objects.filter(group__user=user).exists():
        return False
    return not _pages_given(user).filter(page__depth=1).exists()


def locales_within(user: Any) -> QuerySet[Locale]:
    """Return the languages a bound ``user`` sees: those they translate into, and those whose pages they also edit."""
    edited = _pages_given(user).values("page__locale")
    within: QuerySet[Locale] = Locale.objects.filter(Q(pk__in=locales_of(user)) | Q(pk__in=edited))
    return within.order_by("language_code")


def _pages_given(user: Any) -> QuerySet[GroupPagePermission]:
    """Return the page permissions that ``user`` has as an editor: a translators' group never widens what they see."""
    given: QuerySet[GroupPagePermission] = GroupPagePermission.objects.filter(group__user=user)
    return given.exclude(group__in=LocaleRight.objects.values("group"))
