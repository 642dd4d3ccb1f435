"""The demo's second site: the housing company shares service pages with the council."""

from pathlib import Path
from typing import Any

from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, Site

from core.models import BrandSettings
from core.services import DemoContext
from home.models import HomePage
from services.services import demo_page, new_area

FILE = Path(__file__).parent / "ox-place.yaml"


def load(context: DemoContext) -> None:
    """Make the site once; a second run, and what somebody changed, change nothing."""
    told = context.read(FILE)
    if Site.objects.filter(hostname=told["hostname"]).exists():
        return
    english = context.locale()
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(locale=english, owner=context.user("editor"), **told["home"]))
    default = Site.objects.get(is_default_site=True)
    site = Site.objects.create(hostname=told["hostname"], port=default.port, root_page=home, site_name=told["name"])
    BrandSettings.objects.create(
        site=site, council_name=told["name"], mark=told["mark"], contact=context.contact(told["contact"])
    )
    area = home.add_child(instance=new_area(locale=english, **told["area"]))
    share(area, told["shared"], context)
    home.top_tasks = [("task", {"page": page, "label": ""}) for page in area.get_children()]
    editor = context.user("editor")
    home.save_revision(user=editor).publish(user=editor)


def share(area: Page, slugs: list[str], context: DemoContext) -> None:
    """Put the council's own pages under ``area`` as aliases: they follow every change of their sources."""
    options: dict[str, Any] = {"parent": area, "user": context.user("editor")}
    for slug in slugs:
        CreatePageAliasAction(demo_page(slug), **options).execute(skip_permission_checks=True)
