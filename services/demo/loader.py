"""The demo's service areas, one YAML file each under ``content/``."""

from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from core.demo.context import demo_key
from core.models import Contact
from core.services import DemoContext
from services.demo.kinds import days_of
from services.demo.lookup import page_named
from services.demo.pages import fill_pages, make_pages, with_pages_below
from services.models import Colleague, ServiceDisruption

CONTENT = Path(__file__).parent / "content"
#: Parts of an area in files of their own, each with the area's short name as ``under``.
SECTIONS = Path(__file__).parent / "sections"
#: Contacts whose services people also get help with at the local hubs.
WITH_HUBS = ("council-tax", "customer-services", "housing")
#: The order in which areas stand on the home page; a file that is not named here comes last.
ORDER = [
    "council-tax-and-benefits",
    "housing",
    "bins-and-recycling",
    "planning",
    "licensing",
    "parks-and-leisure",
    "parking-and-travel",
    "business",
    "your-council",
]


def load(context: DemoContext) -> None:
    """Make what is missing: first all areas and pages, then their texts, since they link to each other."""
    home = home_page()
    areas = sorted((context.read(file) for file in CONTENT.glob("*.yaml")), key=_position)
    make_pages(context, home, [_as_page(area) for area in areas])
    for area in areas:
        make_pages(context, home.get_children().get(slug=area["slug"]), area["pages"])
    sections = [context.read(file) for file in sorted(SECTIONS.glob("*.yaml"))]
    for section in sections:
        make_pages(context, home.get_children().get(slug=section["under"]), section["pages"])
    pages = [*(_as_page(area) for area in areas), *(page for part in [*areas, *sections] for page in part["pages"])]
    fill_pages(context, with_pages_below(pages))
    make_disruptions(context, context.read(Path(__file__).parent / "disruptions.yaml"))
    for slug in WITH_HUBS:
        Contact.objects.filter(pk=context.contact(slug).pk, hubs=None).update(hubs=page_named("local-hubs"))
    for row in context.read(Path(__file__).parent / "colleagues.yaml"):
        context.make(Colleague, {"reference": row["reference"]}, row)


def home_page() -> Page:
    """Return the page that the default site opens on."""
    return Site.objects.get(is_default_site=True).root_page


def _as_page(area: dict[str, Any]) -> dict[str, Any]:
    return {"type": "area", **{name: value for name, value in area.items() if name != "pages"}}


def _position(area: dict[str, Any]) -> tuple[int, str]:
    slug = area["slug"]
    return (ORDER.index(slug) if slug in ORDER else len(ORDER), slug)


def make_disruptions(context: DemoContext, rows: list[dict[str, Any]]) -> None:
    """Make the example disruptions; one that is there stays as it is."""
    for row in rows:
        page = page_named(row["page"])
        words = {name: value for name, value in row.items() if name != "times"}
        lookup = {"translation_key": demo_key("disruption", page.slug), "locale": context.locale()}
        context.make(ServiceDisruption, lookup, {**words, **days_of(row), "page": page})
