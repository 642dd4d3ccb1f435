"""Make demo pages from their YAML in two passes: first all are there, then each is filled and published.

The first pass makes them live, since the gate refuses a link to a page that is not. What has a revision, which is
what an author or an earlier run leaves, is never touched again.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page

from core.demo.context import demo_key
from core.services import DemoContext
from services.demo.fields import FIELDS
from services.demo.kinds import days_of
from services.demo.lookup import TYPES, page_named

Spec = dict[str, Any]


def make_pages(context: DemoContext, parent: Page, specs: Iterable[Spec]) -> None:
    """Make the pages that are missing under ``parent``, without text, and those under them."""
    for spec in specs:
        page = Page.objects.child_of(parent).filter(slug=spec["slug"]).first() or make_page(context, parent, spec)
        make_pages(context, page, spec.get("pages", ()))


def with_pages_below(specs: Iterable[Spec]) -> Iterator[Spec]:
    """Yield each page and all under it."""
    for spec in specs:
        yield spec
        yield from with_pages_below(spec.get("pages", ()))


def make_page(context: DemoContext, parent: Page, spec: Spec) -> Page:
    """Make one page of the type that ``spec`` names; a wrong type is a KeyError. The gate may keep it a draft."""
    page = TYPES[spec.get("type", "standard")](
        title=spec["title"],
        slug=spec["slug"],
        summary=spec.get("summary", ""),
        locale=parent.locale,
        translation_key=demo_key("page", f"{parent.slug}/{spec['slug']}"),
        owning_team=context.team(spec["team"]) if "team" in spec else None,
        **days_of(spec),
        **spec.get("set", {}),
    )
    made: Page = parent.add_child(instance=page)
    return made


def fill_pages(context: DemoContext, specs: Iterable[Spec]) -> None:
    """Fill and publish the pages that have no revision; videos first, since others link to them."""
    for spec in sorted(specs, key=lambda spec: spec.get("type") != "video"):
        page = page_named(spec["slug"])
        if page.latest_revision_id is None:
            publish(context, page, spec)


def publish(context: DemoContext, page: Page, spec: Spec) -> None:
    """Set what ``spec`` says and publish as the demo editor, through the gate like any other page."""
    for name, fill in FIELDS.items():
        if name in spec:
            fill(context, page, spec)
    editor = context.user("editor")
    page.save_revision(user=editor).publish(user=editor)
