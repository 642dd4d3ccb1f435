"""The news under a list."""

from typing import Any

from django.apps import apps

from core.services import public
from services.listing import truly_translated


def news_below(index: Any, topic: str = "") -> Any:
    """Return the live, public news under ``index``, newest first, as a queryset; of one topic where one is given."""
    pages = public(apps.get_model("services", "NewsPage").objects.child_of(index).live())
    rows = truly_translated(pages).select_related("locale").order_by("-published_on", "-pk")
    return rows.filter(topic=topic) if topic else rows


def topics_below(index: Any) -> list[str]:
    """Return the topics of that news, from A to Z."""
    named = news_below(index).exclude(topic="").order_by("topic")
    return list(dict.fromkeys(named.values_list("topic", flat=True)))
