"""The page behind "Other languages" in the language switcher."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.services import Link, site_path
from translation.others.names import names
from translation.real import languages_of


def other_languages(request: HttpRequest) -> HttpResponse:
    """Draw the page. It has the languages that the home page is really in, and the names of many more."""
    site = Site.find_for_request(request)
    home = site.root_page if site else None
    ours = [each for each in languages_of(home, request) if each.code != settings.LANGUAGE_CODE] if home else []
    return render(request, "translation/others.jinja", {"ours": ours, "names": names()})


def help_link() -> Link:
    """Return the link at the foot of every page."""
    return Link(_("Other languages"), site_path("languages/"))
