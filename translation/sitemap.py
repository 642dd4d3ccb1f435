"""The sitemap: every public page of a site, each with all languages that it is really in."""

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, StreamingHttpResponse
from wagtail.models import Page, Site

from core.services import public

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
#: A sitemap may not be longer (sitemaps.org).
_MOST = 50_000


def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the sitemap. Copies that nobody translated, drafts and private pages are not in it.

    Pages of another site are in that one's: search engines take addresses of the same host only (sitemaps.org).
    """
    return StreamingHttpResponse(_lines(request), content_type="application/xml; charset=utf-8")


def _lines(request: HttpRequest) -> Iterator[str]:
    yield _HEAD
    pages = public(Page.objects.live()).filter(_of_site(request), alias_of=None)
    pages = pages.select_related("locale").order_by("path")
    found: dict[object, dict[str, str]] = defaultdict(dict)
    for page in pages[:_MOST]:
        address = page.get_full_url(request)
        if address:
            found[page.translation_key][page.locale.language_code] = address
    for languages in found.values():
        for address in languages.values():
            yield f"<url><loc>{_text(address)}</loc>{''.join(_alternates(languages))}</url>\n"
    yield "</urlset>\n"


def _of_site(request: HttpRequest) -> Q:
    """Return the condition that a page stands below the home page of the site, or below a translation of that."""
    site, found = Site.find_for_request(request), Q(pk=None)
    for root in site.root_page.get_translations(inclusive=True) if site else ():
        found |= Q(path__startswith=root.path)
    return found


def _alternates(languages: dict[str, str]) -> Iterator[str]:
    """Yield the links between the languages of a page, English also as ``x-default``; a lone language has none."""
    if len(languages) < 2:
        return
    named = dict(languages)
    if settings.LANGUAGE_CODE in languages:
        named["x-default"] = languages[settings.LANGUAGE_CODE]
    for code, address in named.items():
        yield f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'


def _text(address: str) -> str:
    return address.replace("&", "&amp;").replace("<", "&lt;")
