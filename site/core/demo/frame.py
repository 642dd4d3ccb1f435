"""The demo's brand, footer and alert: loaded last, because they lead to pages of other rooms."""

from typing import Any

from wagtail.models import Page, Site

from core.demo.context import DemoContext, demo_key
from core.demo.loader import CONTENT
from core.models import AlertBanner, BrandSettings, FooterLink


def load(context: DemoContext) -> None:
    """Make them on a site that has no brand; one that somebody has set up stays as it is."""
    site = Site.objects.get(is_default_site=True)
    if BrandSettings.objects.filter(site=site).exists():
        return
    frame = context.read(CONTENT / "frame.yaml")
    brand = BrandSettings.objects.create(
        site=site,
        council_name=frame["council_name"],
        mark=frame["mark"],
        contact=context.contact(frame["contact"]),
        interpreter_page=page_named(context, frame["interpreter_page"]),
    )
    if not site.site_name:
        # The admin's dashboard greets with it.
        site.site_name = frame["council_name"]
        site.save()
    make_footer(context, brand, frame["footer"])
    make_alert(context, frame["alert"])


def make_footer(context: DemoContext, brand: BrandSettings, columns: dict[str, list[str]]) -> None:
    """Make the footer's links in their order."""
    slugs = [(column, slug) for column, names in columns.items() for slug in names]
    for position, (column, slug) in enumerate(slugs):
        page = page_named(context, slug)
        FooterLink.objects.create(brand=brand, column=column, page=page, sort_order=position)


def make_alert(context: DemoContext, alert: dict[str, Any]) -> None:
    """Make the alert in each language; it says itself that it is an example."""
    page = page_named(context, alert["link_page"])
    for language, words in alert["words"].items():
        AlertBanner.objects.create(
            locale=context.locale(language),
            translation_key=demo_key("alert", "flood"),
            level=AlertBanner.Level.EMERGENCY,
            link_page=page,
            **words,
        )


def page_named(context: DemoContext, slug: str) -> Page:
    """Return the English page of that slug, whichever room made it; a wrong name raises DoesNotExist."""
    return Page.objects.get(slug=slug, locale=context.locale(), depth__gt=2)
