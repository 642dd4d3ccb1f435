"""What each page type is in the words of schema.org."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from services.models import DirectoryEntryPage, EventPage, JobPage, NewsPage, PublicationPage, ServicePage
from services.opening_lines import times_of

Thing = dict[str, Any]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def described(page: Page, request: HttpRequest, council: Thing) -> Iterator[Thing]:
    """Yield what a page is about, nothing for types that schema.org has no word for."""
    describe = _KINDS.get(type(page))
    if describe:
        url = request.build_absolute_uri(page.get_url(request) or "")
        base = {"name": page.title, "description": page.summary, "url": url}
        yield _filled({**base, **describe(page, council)})


def _service(page: Any, council: Thing) -> Thing:
    numbers = [("LGSL", page.lgsl_id), ("LGIL", page.lgil_id)]
    contact = page.contact
    channel = {
        "@type": "ServiceChannel",
        "serviceUrl": page.start_url or None,
        "servicePhone": {"@type": "ContactPoint", "telephone": contact.phone} if contact and contact.phone else None,
    }
    return {
        "@type": "GovernmentService",
        "provider": council,
        "availableChannel": _filled(channel) if len(_filled(channel)) > 1 else None,
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": number} for name, number in numbers if number
        ],
    }


def _place(page: Any, _council: Thing) -> Thing:
    hours = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": DAYS[day],
            "opens": opens.strftime("%H:%M"),
            "closes": closes.strftime("%H:%M"),
        }
        for day, spans in sorted(times_of(page).week.items())
        for opens, closes in spans
    ]
    address = {"@type": "PostalAddress", "streetAddress": page.address, "postalCode": page.postcode}
    spot = {"@type": "GeoCoordinates", "latitude": str(page.latitude), "longitude": str(page.longitude)}
    return {
        "@type": "LocalBusiness",
        "telephone": page.phone,
        "email": page.email,
        "sameAs": page.website,
        "address": address if page.address_lines else None,
        "geo": spot if page.latitude is not None else None,
        "openingHoursSpecification": hours,
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": words, "value": True} for words in page.access_words
        ],
    }


def _event(page: Any, council: Thing) -> Thing:
    place = {"@type": "Place", "name": page.place, "address": page.place} if page.place else None
    online = {"@type": "VirtualLocation", "url": page.online_url} if page.online_url else None
    return {
        "@type": "Event",
        "startDate": page.starts.isoformat(),
        "endDate": page.ends.isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if page.called_off else 'Scheduled'}",
        "location": [where for where in (place, online) if where],
        "organizer": council,
    }


def _news(page: Any, council: Thing) -> Thing:
    return {"@type": "NewsArticle", "headline": page.title, "datePublished": str(page.published_on), "author": council}


def _job(page: Any, council: Thing) -> Thing:
    posted = page.first_published_at
    return {
        "@type": "JobPosting",
        "title": page.title,
        "datePosted": str(posted.date()) if posted else None,
        "validThrough": page.closes_at.isoformat(),
        "hiringOrganization": council,
        "jobLocation": {"@type": "Place", "address": page.place} if page.place else None,
    }


def _report(page: Any, council: Thing) -> Thing:
    return {"@type": "Report", "datePublished": str(page.published_on), "publisher": council}


def _filled(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


_KINDS: dict[type[Page], Callable[[Any, Thing], Thing]] = {
    ServicePage: _service,
    DirectoryEntryPage: _place,
    EventPage: _event,
    NewsPage: _news,
    JobPage: _job,
    PublicationPage: _report,
}
