"""The Local Government Service List (esd standards) as service pages: a site to measure search and speed on."""

from collections.abc import Iterable

from django.utils.text import slugify
from wagtail.models import Site
from wagtail.signals import page_published

from services.models import ServiceIndexPage, ServicePage

AREA = "service-list"
#: Characters of a page's summary.
MOST_SUMMARY = 255


def publish_service_list(services: Iterable[tuple[str, str, str]]) -> None:
    """Publish each service (number, name, description) as a page; one that is there is brought up to date.

    The pages go live as they are, without the check for accessibility: they are for measuring, not for residents.
    Ends with the signal ``page_published`` for the area alone; whoever keeps an index rebuilds it.
    """
    home = Site.objects.get(is_default_site=True).root_page
    area = ServiceIndexPage.objects.child_of(home).filter(slug=AREA).first()
    if area is None:
        area = home.add_child(instance=ServiceIndexPage(title="Service list", slug=AREA, locale=home.locale))
    there = {page.lgsl_id: page for page in ServicePage.objects.child_of(area)}
    for number, name, description in services:
        _publish(area, there.get(int(number)), int(number), name, description)
    page_published.send(sender=ServiceIndexPage, instance=area)


def _publish(area: ServiceIndexPage, page: ServicePage | None, number: int, name: str, description: str) -> None:
    text = " ".join(description.split())
    summary = _first_words(text)
    rest = text[len(summary) :].strip()
    body = [{"type": "paragraph", "value": f"<p>{rest}</p>"}] if rest else []
    made = page or ServicePage(slug=f"{slugify(name)[:80]}-{number}", lgsl_id=number, locale=area.locale)
    made.title, made.summary, made.body = name, summary, body
    if page is None:
        area.add_child(instance=made)
    else:
        made.save()


def _first_words(text: str) -> str:
    """Return the beginning of a text that fits a summary, up to a whole word."""
    if len(text) <= MOST_SUMMARY:
        return text
    return text[:MOST_SUMMARY].rpartition(" ")[0]
