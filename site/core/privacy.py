"""Which pages are private: asked for within the query that fetches them, so that no answer is older than the page."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left, Length
from wagtail.models import PageViewRestriction


def is_private(path: str = "path") -> Exists:
    """Return the condition, on a page queryset, that a page or one above it is private.

    On rows that have a page, ``path`` leads to that page's own, for example ``page__path``. A copy of a private page
    counts as private, for so it is served: Wagtail's own ``private()`` leaves that out.
    """
    ways = [Q(**{way: Left(OuterRef(path), Length(way))}) for way in ("page__path", "page__aliases__path")]
    return Exists(PageViewRestriction.objects.filter(Q(*ways, _connector=Q.OR)))


def public(pages: Any) -> Any:
    """Leave out of a page queryset what is private; ``pages.public()`` asks for all restrictions first."""
    return pages.filter(~is_private())


def may_have_restrictions() -> Q:
    """Return the condition, on a page queryset, that a page itself may have restrictions; a copy has its source's."""
    own = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page=OuterRef("alias_of")))
    # Whatever a copy of a copy has, Wagtail is asked for.
    return Q(Exists(own)) | Q(alias_of__alias_of__isnull=False)
