"""Pages and snippets in addresses of the admin, and who may work on them."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from wagtail.models import DraftStateMixin, Page
from wagtail.permission_policies.base import ModelPermissionPolicy

from accessibility.gate.receiver import is_guarded


def subject_or_404(label: str, key: str) -> Any:
    """Return the newest draft of what ``label`` (app.Model) and ``key`` name; anything that cannot go live is 404."""
    try:
        model = apps.get_model(label)
        obj = model._default_manager.filter(pk=key).first()
    except (LookupError, ValueError, ValidationError) as error:
        raise Http404 from error
    obj = getattr(obj, "specific", obj)
    if obj is None or not is_guarded(obj):
        raise Http404
    return obj.get_latest_revision_as_object() if hasattr(obj, "get_latest_revision_as_object") else obj


def may_edit(request: HttpRequest, obj: Any) -> bool:
    """Return whether this person may change ``obj``."""
    if isinstance(obj, Page):
        return bool(obj.permissions_for_user(request.user).can_edit())
    return isinstance(obj, DraftStateMixin) and bool(
        ModelPermissionPolicy(type(obj)).user_has_permission(request.user, "change")
    )


def check_editor(request: HttpRequest, obj: Any) -> None:
    """Raise PermissionDenied for whoever may not change ``obj``."""
    if not may_edit(request, obj):
        raise PermissionDenied
