"""The demo's home page, and the pages of information right under it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

from core.services import DemoContext
from home.models import HomePage
from services.services import demo_page, fill_demo_pages, make_demo_pages

HERE = Path(__file__).parent


def load_standard(context: DemoContext) -> None:
    """Make the pages of information without text, so that service pages can link to them."""
    make_demo_pages(context, _home(), context.read(HERE / "standard.yaml"))


def load_home(context: DemoContext) -> None:
    """Fill the pages of information and the home page; one that somebody has worked on stays as it is."""
    fill_demo_pages(context, context.read(HERE / "standard.yaml"))
    keep_port()
    home = _home()
    if home.latest_revision_id is None:
        _publish(context, home, context.read(HERE / "home.yaml"))


def keep_port() -> None:
    """Let whole addresses (sitemap, canonical links) lead to the port that the demo is served on, whichever it is."""
    port = urlsplit(settings.WAGTAILADMIN_BASE_URL).port or 80
    for site in Site.objects.exclude(port=port) if settings.WAYMARK_DEMO else ():
        site.port = port
        site.save()


def _publish(context: DemoContext, home: HomePage, spec: dict[str, Any]) -> None:
    for name in ("title", "summary", "search_example"):
        setattr(home, name, spec.get(name, ""))
    home.top_tasks = [
        ("task", {"page": demo_page(task["page"]), "label": task.get("label", "")}) for task in spec["top_tasks"]
    ]
    editor = context.user("editor")
    home.save_revision(user=editor).publish(user=editor)


def _home() -> HomePage:
    home: HomePage = HomePage.objects.get(sites_rooted_here__in=Site.objects.filter(is_default_site=True))
    return home
