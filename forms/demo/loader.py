"""Load the demo's forms: makes what is missing, changes nothing that is there."""

from pathlib import Path
from typing import Any

import yaml
from wagtail.models import Page, Site

from core.services import DemoContext
from forms.demo.accounts import load_accounts
from forms.demo.calendars import load_calendars
from forms.demo.content import examples_of, steps_of
from forms.demo.roles import give_permissions
from forms.library import load_library
from forms.models import DecisionTemplate, FormExample, FormPage

FOLDER = Path(__file__).parent
ORDER = (
    "missed-bin",
    "housing-repair",
    "ask-a-question",
    "feedback",
    "another-format",
    "bulky-waste",
    "hmo-licence",
    "rent-question",
    "park-and-ride",
    "public-place",
    "right-to-buy",
    "school-visit",
    "community-room",
    "new-home-defect",
)


def load(context: DemoContext) -> None:
    """Give the roles their permissions and publish each form once."""
    give_permissions()
    load_calendars(context)
    load_accounts(context)
    home = Site.objects.get(is_default_site=True).root_page
    for data in map(read, ORDER):
        if not FormPage.objects.filter(slug=data["slug"], locale=context.locale()).exists():
            _publish(context, home, data)
    load_decisions(context)


def load_decisions(context: DemoContext) -> None:
    """Make the words that staff start a decision from, in English; what they changed stays."""
    for entry in context.read(FOLDER / "decisions.yaml"):
        form = FormPage.objects.filter(slug=entry.get("form"), locale=context.locale()).first()
        lookup = {"name": entry["name"], "locale": context.locale()}
        context.make(DecisionTemplate, lookup, {"form": form, "text": entry["text"]})


def load_demo_library(_context: DemoContext) -> None:
    """Make the standard questions."""
    load_library()


def read(name: str) -> dict[str, Any]:
    """Return one form's YAML."""
    data: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


def page_from(data: dict[str, Any]) -> FormPage:
    """Return an unsaved page; promise and team are set by the caller."""
    return FormPage(
        title=data["title"],
        slug=data["slug"],
        summary=data["summary"],
        start_text=data.get("start_text", ""),
        minutes=data["minutes"],
        privacy_notice=data["privacy"],
        retention_done_days=data.get("retention_done_days", 365),
        steps=steps_of(data["steps"]),
    )


def _publish(context: DemoContext, home: Page, data: dict[str, Any]) -> None:
    page = page_from(data)
    page.locale = context.locale()
    page.promise = context.promise(data["promise"])
    page.owning_team = context.team(data["team"])
    page.live = False
    page.examples = [FormExample(**example) for example in examples_of(data)]
    home.add_child(instance=page)
    page.save_revision(user=context.user("editor")).publish(user=context.user("editor"))
