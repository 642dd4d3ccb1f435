"""Draw a specimen page inside the real frame."""

from pathlib import Path
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines

from core.blocks import BodyBlock
from core.navigation import Link

HERE = Path(__file__).parent
TASKS = [
    "Report a missed bin",
    "Pay your Council Tax",
    "Book a bulky collection",
    "Report a housing repair",
    "Find your bin day",
    "Apply for a parking permit",
    "Help with your rent",
    "Comment on a planning application",
]
SERVICES = {
    "Council Tax and benefits": "Pay, reduce your bill, get help with costs",
    "Housing": "Repairs, homelessness, council homes, renting",
    "Bins and recycling": "Bin days, missed bins, bulky items, new bins",
    "Planning": "Apply, comment, find a decision",
    "Licensing": "HMO, taxis, alcohol, street trading",
}
BODY = [
    {"type": "heading", "id": "a1", "value": {"text": "Before you report it", "level": "2"}},
    {
        "type": "paragraph",
        "id": "a2",
        "value": "<p>Put it out by <b>6am</b>.</p>"
        "<ul><li>Check <a href='/'>your bin day</a>. We collect from 6.30am.</li>"
        "<li>Leave the bin out where you normally put it.</li></ul>",
    },
    {"type": "warning", "id": "a3", "value": {"text": "You can be fined £80 if you leave rubbish beside your bin."}},
    {"type": "inset", "id": "a4", "value": {"text": "<p>We empty bins on bank holidays too.</p>"}},
    {
        "type": "details",
        "id": "a5",
        "value": {
            "summary": "What the tag on my bin means",
            "text": "<p>A red tag says that the bin was too heavy.</p>",
        },
    },
    {
        "type": "steps",
        "id": "a6",
        "value": {
            "steps": [
                {"type": "item", "id": "s1", "value": {"title": "Tell us", "text": "<p>It takes 2 minutes.</p>"}},
                {"type": "item", "id": "s2", "value": {"title": "We come back", "text": ""}},
            ]
        },
    },
    {
        "type": "table",
        "id": "a7",
        "value": {
            "first_column_names_rows": True,
            "cells": {
                "caption": "What a new bin costs",
                "columns": [{"type": "text", "heading": "Bin"}, {"type": "number", "heading": "Price"}],
                "rows": [{"values": ["Green bin, 180 litres", "£35.50"]}, {"values": ["Food caddy", "£0"]}],
            },
        },
    },
    {
        "type": "call_to_action",
        "id": "a8",
        "value": {"text": "Order a bin", "page": None, "url": "https://example.org/order", "note": "You pay by card."},
    },
]


def specimen(request: HttpRequest, name: str) -> HttpResponse:
    """Render ``<name>.jinja`` of this folder: home, service, form or receipt."""
    source = (HERE / f"{name}.jinja").read_text(encoding="utf-8")
    contact = SimpleNamespace(
        hubs_id=None,
        phone="01632 960100",
        hours="Monday to Friday, 9am to 5pm",
        in_person="Westgate Library, Monday, Wednesday, Friday",
        email="",
        help_text="Digital help near you",
        help_page=None,
    )
    context = {
        "body": BodyBlock().to_python(BODY),
        "contact": contact,
        "tasks": [Link(task, "/") for task in TASKS],
        "services": [SimpleNamespace(text=text, url="/", summary=words) for text, words in SERVICES.items()],
        "results": Paginator(range(200), 10).page(4),
    }
    return HttpResponse(engines["templating"].from_string(source).render(context, request))
