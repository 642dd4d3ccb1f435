"""The answer of a page in a few facts, so that a search result can give it without the page being opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from core.services import address_of
from services.models import GuidePage, ServicePage


@dataclass(frozen=True)
class PageAnswer:
    """What a page answers at once; each is empty where the page does not say it."""

    start_words: str = ""
    start_url: str = ""
    minutes: int | None = None
    fee: str = ""
    promise: str = ""
    phone: str = ""
    hours: str = ""


def answers_of(ids: Iterable[int]) -> dict[int, PageAnswer]:
    """Return ``{page id: answer}`` for the service pages and guides among ``ids``, in three queries."""
    keys = list(ids)
    services = list(ServicePage.objects.live().filter(pk__in=keys))
    forms = Page.objects.live().in_bulk([page.start_page_id for page in services if page.start_page_id])
    found = {page.pk: _of_service(page, forms) for page in services}
    for guide in GuidePage.objects.live().filter(pk__in=keys):
        found[guide.pk] = PageAnswer(**_contact(guide.contact))
    return found


def _of_service(page: ServicePage, forms: dict[int, Page]) -> PageAnswer:
    form = forms.get(page.start_page_id)
    start = address_of(form) if form else page.start_url
    return PageAnswer(
        start_words=page.start_words if start else "",
        start_url=start,
        minutes=page.minutes,
        fee=page.cost,
        promise=page.promise.in_words if page.promise else "",
        **_contact(page.contact),
    )


def _contact(contact: Any) -> dict[str, Any]:
    return {"phone": contact.phone, "hours": contact.hours} if contact else {}
