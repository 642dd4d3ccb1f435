"""Loads the example actions. There are no demo ratings: a figure that nobody gave would be a lie."""

from pathlib import Path
from typing import Any

from django.contrib.auth.models import Permission
from wagtail.models import Locale, Page

from core.services import DemoContext
from insight.models import Action

CONTENT = Path(__file__).parent / "actions.yaml"
#: Who publishes also reads the report and writes what was done.
EDITORS_MAY = (
    "view_event",
    "view_comment",
    "change_comment",
    "add_importbatch",
    "view_place",
    "add_place",
    "change_place",
    "view_action",
    "add_action",
    "change_action",
    "view_alarm",
    "change_alarm",
    "view_item",
    "change_item",
    "view_panelsurvey",
    "add_panelsurvey",
    "change_panelsurvey",
    "view_panelgroup",
    "add_panelgroup",
    "change_panelgroup",
    "view_servicechange",
    "add_servicechange",
    "change_servicechange",
    "delete_servicechange",
    "view_satisfactiontarget",
    "add_satisfactiontarget",
    "change_satisfactiontarget",
)
EVIDENCE = "An example made for this demonstration."


def load(context: DemoContext) -> None:
    """Give editors their rights and make the actions that are missing; what is there stays as it is."""
    for codename in EDITORS_MAY:
        context.group("Editors").permissions.add(
            Permission.objects.get(content_type__app_label="insight", codename=codename)
        )
    english = context.locale("en")
    for row in context.read(CONTENT):
        words: dict[str, Any] = row["en"]
        values = {
            "did": words.get("did", ""),
            "reason": words.get("reason", ""),
            "evidence": EVIDENCE,
            "state": row["state"],
            "published_on": row["published_on"],
            "page": _page(row.get("page"), english),
        }
        context.make(Action, {"said": words["said"], "locale": english}, values)


def _page(slug: str | None, locale: Locale) -> Page | None:
    """Return the demo page of that slug; an action about a page that is not there stands alone."""
    return Page.objects.filter(slug=slug, locale=locale, depth__gt=2).first() if slug else None
