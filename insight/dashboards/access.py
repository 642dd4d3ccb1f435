"""Whose board is whose: the tree's own permissions say it, nobody keeps a second list."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.models import User
from insight.directory import AREA_DEPTH, service_areas

#: Who may see the whole council's figures.
ALL = "insight.view_event"
#: Pages that one board lists at most.
MOST = 500


def my_services(user: User | AnonymousUser) -> list[Page]:
    """Return the service areas that ``user`` may edit, or all for whoever may see the whole report."""
    areas = service_areas()
    if user.has_perm(ALL):
        return list(areas)
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return list(areas.filter(pk__in=allowed.filter(depth=AREA_DEPTH).values("pk")))


def my_pages(user: User | AnonymousUser) -> list[Page]:
    """Return live pages in English that ``user`` owns, else those that they may edit; at most ``MOST``."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    pages = Page.objects.filter(
        pk__in=allowed.values("pk"), live=True, depth__gte=AREA_DEPTH, locale__language_code=settings.LANGUAGE_CODE
    )
    mine = pages.filter(owner=user)
    return list((mine if mine.exists() else pages).order_by("title")[:MOST])
