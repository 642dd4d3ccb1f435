"""Wagtail asks a policy about each snippet: for translators, it also asks for the snippet's language."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page, TranslatableMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from translation.permissions import is_bound, locales_within


class LanguagePolicy(ModelPermissionPolicy):
    """The permissions of a model, and for a bound translator only on rows of their languages."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Return whether ``user`` may do one of ``actions`` with ``instance``."""
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return bool(allowed) and _within(user, instance)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Return whether ``user`` may do ``action`` with ``instance``."""
        allowed = super().user_has_permission_for_instance(user, action, instance)
        return bool(allowed) and _within(user, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """Return the rows with which ``user`` may do one of ``actions``."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        return rows.filter(locale__in=locales_within(user)) if is_bound(user) else rows


def register_policies() -> None:
    """Give every translatable snippet the policy."""
    for model in apps.get_models():
        if _is_snippet(model):
            register_permission_policy(model, LanguagePolicy(model))


def _is_snippet(model: type[Model]) -> bool:
    return issubclass(model, TranslatableMixin) and not issubclass(model, Page)


def _within(user: Any, instance: Any) -> bool:
    return not is_bound(user) or locales_within(user).filter(pk=instance.locale_id).exists()
