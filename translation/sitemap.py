"""The sitemap: every public page, each with all languages that it is really in."""

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from wagtail.models import Page

from core.services import public

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
#: A sitemap may not be longer (sitemaps.org).
_MOST = 50_000


def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the sitemap. Copies that nobody translated, drafts and private pages are not in it."""
    return StreamingHttpResponse(_lines(request), content_type="application/xml; charset=utf-8")


def _lines(request: HttpRequest) -> Iterator[str]:
    yield _HEAD
    pages = public(Page.objects.live()).filter(alias_of=None, depth__gt=1).select_related("locale").order_by("path")
    found: dict[object, dict[str, str]] = defaultdict(dict)
    for page in pages[:_MOST]:
        address = page.get_full_url(request)
        if address:
            found[page.translation_key][page.locale.language_code] = address
    for languages in found.values():
        for address in languages.values():
            yield f"<url><loc>{_text(address)}</loc>{''.join(_alternates(languages))}</url>\n"
    yield "</urlset>\n"


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
