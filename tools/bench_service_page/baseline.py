"""The same words as a plain Wagtail page would serve them: route by the tree, breadcrumbs and menu, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory
from wagtail.models import Page, Site

TEMPLATE = """<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head><body>
<nav>{% for each in menu %}<a href="{{ each.url }}">{{ each.title }}</a>{% endfor %}</nav>
<nav>{% for each in above %}<a href="{{ each.url }}">{{ each.title }}</a>{% endfor %}</nav>
<main><h1>{{ page.title }}</h1><p>{{ page.summary }}</p>{{ page.body }}</main></body></html>"""


def serve(address: str) -> HttpResponse:
    """Answer as Wagtail's own view and a template of a tutorial do."""
    request: HttpRequest = RequestFactory().get(address)
    Site.clear_site_root_paths_cache()
    root = Site.objects.get(is_default_site=True).root_page
    page = root
    for part in address.strip("/").split("/"):
        page = page.get_children().get(slug=part)
    context = {
        "page": page.specific,
        "above": list(page.get_ancestors()[1:]),
        "menu": list(root.get_children().live().in_menu()) or list(Page.objects.child_of(root).live()),
    }
    return HttpResponse(engines["django"].from_string(TEMPLATE).render(context, request))
