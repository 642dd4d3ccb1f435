"""The reader's own settings, the page without a network, and the small worker that keeps it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language

from core.comfort.words import EMERGENCIES, shortcuts
from core.models import Contact
from core.navigation import site_path


def reading_settings(request: HttpRequest) -> HttpResponse:
    """Offer text size, spacing, calm and shortcuts. Nothing of it is sent to us."""
    return render(request, "comfort/settings.jinja", {"shortcuts": shortcuts()})


def offline(request: HttpRequest) -> HttpResponse:
    """Say that there is no network, with the numbers that matter. The worker keeps this page."""
    language = get_language() or settings.LANGUAGE_CODE
    contacts = Contact.objects.exclude(phone="").select_related("locale").order_by("name")
    own = contacts.filter(locale__language_code=language) or contacts.filter(locale__language_code="en")
    context = {"emergencies": EMERGENCIES, "contacts": list(own)}
    return render(request, "comfort/offline.jinja", context)


def worker(request: HttpRequest) -> HttpResponse:
    """Serve the worker from the top of the site, since it may look after what lies below its own address only."""
    languages = [code for code, _name in settings.LANGUAGES]
    pages = [f"{site_path() if code == settings.LANGUAGE_CODE else f'/{code}/'}offline/" for code in languages]
    context = {"pages": pages, "styles": [static("site.css"), static("site-rtl.css")]}
    return render(request, "comfort/worker.js.jinja", context, content_type="text/javascript; charset=utf-8")
