"""schema.org data of a page as one graph. It is data, not script: browsers never run it, so our policy needs no gap."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from core.brand.current import current_brand
from core.navigation import breadcrumbs
from services.structured.kinds import described
from services.structured.questions import faq_of

Graph = dict[str, Any]


def structured_data(page: Page | None, request: HttpRequest) -> Graph | None:
    """Return the graph of a live page: the way to it, what it is, and its questions. No query of its own."""
    if not isinstance(page, Page) or not page.pk or not page.live:
        return None
    council = {"@type": "GovernmentOrganization", "name": current_brand(request).council_name}
    found = [_way(page, request), *described(page, request, council), *faq_of(page)]
    things = [thing for thing in found if thing]
    return {"@context": "https://schema.org", "@graph": things} if things else None


def _way(page: Page, request: HttpRequest) -> Graph | None:
    """Return the breadcrumbs, the page itself as the last."""
    trail = [(link.text, link.url) for link in breadcrumbs(page, request)]
    if not trail:
        return None
    places = [*trail, (page.title, page.get_url(request) or "")]
    items = [
        {"@type": "ListItem", "position": number, "name": str(name), "item": request.build_absolute_uri(url)}
        for number, (name, url) in enumerate(places, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
