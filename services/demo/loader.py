"""The demo's service areas, one YAML file each under ``content/``."""

from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from core.services import DemoContext
from services.demo.pages import fill_pages, make_pages

CONTENT = Path(__file__).parent / "content"
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
    fill_pages(context, [*[_as_page(area) for area in areas], *[page for area in areas for page in area["pages"]]])


def home_page() -> Page:
    """Return the page that the default site opens on."""
    return Site.objects.get(is_default_site=True).root_page


def _as_page(area: dict[str, Any]) -> dict[str, Any]:
    return {"type": "area", **{name: value for name, value in area.items() if name != "pages"}}


def _position(area: dict[str, Any]) -> tuple[int, str]:
    slug = area["slug"]
    return (ORDER.index(slug) if slug in ORDER else len(ORDER), slug)
