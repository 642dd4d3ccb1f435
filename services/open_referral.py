"""A directory as Open Referral UK (HSDS-UK 3.0): the entries as services, for other councils and advice agencies.

Source: openreferraluk.org, the answer of ``GET /services``.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse

from services.finding_entries import Search, found_entries
from services.opening_lines import times_of

#: Entries a page of the answer, and the most that may be asked for.
SIZE, MOST = 50, 100
#: RFC 5545's names of the weekdays, Monday first, as the standard wants them.
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def services_as_json(directory: Any, request: HttpRequest) -> HttpResponse:
    """Answer with one page of services; ``page`` and ``per_page`` are read leniently."""
    entries = found_entries(directory, Search.of(request.GET, directory.facets))
    asked = request.GET.get("per_page", "")
    size = min(max(int(asked), 1), MOST) if asked.isdigit() and len(asked) < 5 else SIZE
    page = Paginator(entries, size).get_page(request.GET.get("page"))
    labels = {option["key"]: option["label"] for facet in directory.facets for option in facet.value["options"]}
    answer = {
        "total_items": page.paginator.count,
        "total_pages": page.paginator.num_pages,
        "page_number": page.number,
        "size": len(page.object_list),
        "first_page": not page.has_previous(),
        "last_page": not page.has_next(),
        "empty": not page.object_list,
        "contents": [_service(entry, labels, request) for entry in page.object_list],
    }
    response = JsonResponse(answer)
    response["Access-Control-Allow-Origin"] = "*"  # open data, the same for everybody
    return response


def _service(entry: Any, labels: dict[str, str], request: HttpRequest) -> dict[str, Any]:
    key = entry.translation_key
    return {
        "id": str(key),
        "name": entry.title,
        "description": entry.summary,
        "url": entry.website or entry.get_full_url(request),
        "email": entry.email or None,
        "status": "active",
        "last_modified": entry.last_published_at.isoformat() if entry.last_published_at else None,
        "organization": {"id": _id(key, "organization"), "name": entry.title, "description": entry.summary},
        "phones": [{"id": _id(key, "phone"), "number": entry.phone}] if entry.phone else [],
        "schedules": list(_schedules(entry)),
        "service_at_locations": _locations(entry),
        "attributes": [_attribute(key, each, labels[each]) for each in entry.facet_keys if each in labels],
    }


def _attribute(key: UUID, code: str, name: str) -> dict[str, Any]:
    return {"id": _id(key, code), "taxonomy_term": {"id": _id(key, f"term:{code}"), "code": code, "name": name}}


def _schedules(entry: Any) -> Iterator[dict[str, Any]]:
    for day, spans in sorted(times_of(entry).week.items()):
        for number, (opens, closes) in enumerate(spans):
            yield {
                "id": _id(entry.translation_key, f"schedule:{day}:{number}"),
                "freq": "WEEKLY",
                "byday": DAYS[day],
                "opens_at": opens.strftime("%H:%M"),
                "closes_at": closes.strftime("%H:%M"),
            }


def _locations(entry: Any) -> list[dict[str, Any]]:
    if not entry.address_lines and entry.latitude is None:
        return []
    key = entry.translation_key
    location: dict[str, Any] = {
        "id": _id(key, "location"),
        "location_type": "physical",
        "name": entry.title,
        "latitude": float(entry.latitude) if entry.latitude is not None else None,
        "longitude": float(entry.longitude) if entry.longitude is not None else None,
        "addresses": [_address(entry)] if entry.address_lines else [],
        "accessibility": [{"id": _id(key, words), "description": words} for words in entry.access_words],
    }
    return [{"id": _id(key, "service_at_location"), "location": location}]


def _address(entry: Any) -> dict[str, Any]:
    lines = [line.strip() for line in entry.address.splitlines() if line.strip()]
    return {
        "id": _id(entry.translation_key, "address"),
        "address_1": lines[0] if lines else "",
        "city": lines[-1] if len(lines) > 1 else "",
        "state_province": "",
        "postal_code": entry.postcode,
        "country": "GB",
        "address_type": "physical",
    }


def _id(key: UUID, part: str) -> str:
    return str(uuid5(key, part))
