"""Where the document checker stands in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accessibility.documents.access import may_see_any
from accessibility.viewsets.documents import viewset
from core.services import member_of_staff


class DocumentChecksMenuItem(MenuItem):
    """Shown to everybody who works with documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the list would show anything."""
        return may_see_any(member_of_staff(request))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator] # Wagtail ships no types
def register_viewset() -> Any:
    """Add the screens."""
    return viewset


@hooks.register("register_help_menu_item")  # type: ignore[untyped-decorator] # Wagtail ships no types
def register_guide() -> MenuItem:
    """Add the guide to Help, where people look for one."""
    return DocumentChecksMenuItem(
        _("Make your document accessible"), reverse("document_checks:guide"), icon_name="help", order=50
    )


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator] # Wagtail ships no types
def register_menu_item() -> MenuItem:
    """Add the list to Reports."""
    return DocumentChecksMenuItem(
        _("Document checks"), reverse("document_checks:index"), icon_name="doc-full-inverse", order=110
    )
