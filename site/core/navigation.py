"""Where a page stands, and what every page leads to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.brand.current import current_brand
from core.in_language import chosen_pages, in_language
from core.kept import kept
from core.models import BrandSettings, Contact

_top_links: dict[str, "str | Promise"] = {}
_footer_links: list[tuple[str, Callable[[], "Link | None"]]] = []
#: Depth of the home page in Wagtail's tree: the root is 1.
HOME_DEPTH = 2


@dataclass(frozen=True)
class Link:
    """A link; ``language`` is set where its words are not in the language of the page (WCAG 3.1.2)."""

    text: "str | Promise"
    url: str
    language: str = ""


def register_top_link(url_name: str, text: "str | Promise") -> None:
    """Put a link to a named address into the line above the masthead of every page."""
    _top_links[url_name] = text


def register_footer_link(column: str, find: Callable[[], Link | None]) -> None:
    """Put a link that is no page of its own into a list of the footer; ``find`` returns None where there is none."""
    _footer_links.append((column, find))


def top_links() -> list[Link]:
    """Return the registered links whose addresses exist in this site."""
    links = []
    for name, text in _top_links.items():
        try:
            links.append(Link(text, reverse(name)))
        except NoReverseMatch:
            continue
    return links


def site_path(path: str = "") -> str:
    """Return an address in the active language: ``/search/`` in English, ``/ur/search/`` in Urdu."""
    language = get_language() or settings.LANGUAGE_CODE
    prefix = "" if language == settings.LANGUAGE_CODE else f"{language}/"
    return f"{get_script_prefix()}{prefix}{path}"


def address_of(page: Page) -> str:
    """Return the address of a page where no request says which site is read: a path on the default site, else whole.

    Wagtail's own ``get_url()`` gives whole addresses for all pages as soon as there is a second site.
    """
    default = kept("site:default", lambda: Site.objects.filter(is_default_site=True).first())
    return page.get_url(current_site=default) or ""


def ancestors(page: Page) -> list[Page]:
    """Return the live pages above ``page``, home first. One query a page object."""
    held = getattr(page, "held_ancestors", None)
    if held is not None:
        return [above for above in held if above.live and above.depth >= HOME_DEPTH]
    if not hasattr(page, "_waymark_ancestors"):
        page._waymark_ancestors = list(page.get_ancestors().filter(depth__gte=HOME_DEPTH).live())
    found: list[Page] = page._waymark_ancestors
    return found


def breadcrumbs(page: Page | None, request: HttpRequest) -> list[Link]:
    """Return the way from home down to the page above this one; empty on home and where there is no page."""
    if not isinstance(page, Page) or not page.pk:
        return []
    return [Link(above.title, above.get_url(request)) for above in ancestors(page)]


def footer_links(request: HttpRequest) -> dict[str, list[Link]]:
    """Return the footer's links by column, each in the active language where it is translated."""
    brand = current_brand(request)
    if not brand.pk:
        return {}
    return kept(f"footer:{brand.pk}:{get_language()}:{request.get_host()}", lambda: _footer_links_of(brand, request))


def council_contact(request: HttpRequest) -> Contact | None:
    """Return the council's own contact in the active language, else the one that was chosen."""
    return current_brand(request).contact_here


def page_link(page: Page, request: HttpRequest) -> Link:
    """Return a link to ``page`` that says so where it is in another language."""
    language = page.locale.language_code
    return Link(page.title, page.get_url(request), "" if language == get_language() else language)


def _footer_links_of(brand: BrandSettings, request: HttpRequest) -> dict[str, list[Link]]:
    language, ids = get_language() or settings.LANGUAGE_CODE, [page for _column, page in brand.leads_to]
    pages = in_language(chosen_pages(Page.objects, ids, language), ids, language)
    columns: dict[str, list[Link]] = {}
    for column, key in brand.leads_to:
        if key in pages and not pages[key].is_private:
            columns.setdefault(column, []).append(page_link(pages[key], request))
    for column, find in _footer_links:
        link = find()
        if link:
            columns.setdefault(column, []).append(link)
    return columns
