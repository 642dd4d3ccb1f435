"""The newest row about each page, in one query, however many older ones are kept."""

from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page

from accessibility.models.subject import subject_of


def newest_keys(rows: QuerySet[Any], moment: str, pages: Any) -> dict[str, int]:
    """Return page number -> key of its newest row by ``moment`` among ``rows``; pages without one are left out."""
    mine = rows.filter(content_type=subject_of(Page())["content_type"], object_id=OuterRef("key"))
    keyed = pages.annotate(key=Cast("pk", CharField()))
    keyed = keyed.annotate(row=Subquery(mine.order_by(f"-{moment}", "-pk").values("pk")[:1]))
    return dict(keyed.exclude(row=None).values_list("key", "row"))


def newest(rows: QuerySet[Any], moment: str, pages: Any) -> dict[str, Any]:
    """Return page number -> its newest row."""
    keys = newest_keys(rows, moment, pages)
    found = rows.model.objects.filter(pk__in=keys.values())
    return {row.object_id: row for row in found}
