"""Where an address leads, by one query: all sites, their home pages, and the pages on the way to the address.

Wagtail asks for the site, the locale, the home page of that locale and each level of the tree, one after the other.
What is not found here is left to Wagtail's way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.url_routing import RouteResult

from core.privacy import may_have_restrictions

#: A longer address costs too much to look up at once.
MOST_LEVELS = 20
#: No page has a longer name in its address (letters), and SQLite refuses to look for one of 50,000.
LONGEST = 255
_SITE = ("id", "hostname", "port", "site_name", "is_default_site")
_PLACE = "_waymark_place"
#: Where the root of the tree mostly is; were it not, the pages above would be asked for.
_TOP = Page._get_path("", 1, 1)


class PlaceMiddleware:
    """Tell Wagtail the site, the root paths and the page of a request before it asks for each."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, args: Sequence[str], _kwargs: dict[str, Any]) -> None:
        """Look at addresses of pages only."""
        match = request.resolver_match
        if match is None or match.url_name != "wagtail_serve":
            return
        components = [component for component in args[0].split("/") if component]
        if len(components) <= MOST_LEVELS and all(len(component) <= LONGEST for component in components):
            _tell(request, components)


@dataclass(frozen=True)
class Place:
    """The pages that the query found: home pages in every language, the root of the tree, and those on the way."""

    pages: list[Page]

    @classmethod
    def of(cls, components: Sequence[str]) -> "Place":
        """Ask for the pages of an address, given without its slashes."""
        pages = Page.objects.order_by().annotate(
            language=F("locale__language_code"),
            guarded=may_have_restrictions(),
            **{f"site_{name}": F(f"sites_rooted_here__{name}") for name in _SITE},
        )
        homes = Site.objects.order_by().values("root_page__translation_key")
        ends = ["/".join(["", *components[:number], ""]) for number in range(1, len(components) + 1)]
        ways = [Q(slug=slug, url_path__endswith=end) for slug, end in zip(components, ends, strict=True)]
        # Two parts, and not one condition, so that each finds its index.
        on_the_way = pages.filter(Q(Q(path=_TOP), *ways, _connector=Q.OR))
        found = pages.filter(translation_key__in=homes).union(on_the_way, all=True)
        return cls(sorted(found, key=lambda page: str(page.path)))

    @cached_property
    def sites(self) -> list[Site]:
        """All sites, each with its home page."""
        homes = {page.site_id: page for page in self.pages if page.site_id}
        return [
            Site(root_page=home, **{name: getattr(home, f"site_{name}") for name in _SITE}) for home in homes.values()
        ]

    @cached_property
    def root_paths(self) -> list[SiteRootPath]:
        """What ``Site.get_site_root_paths()`` returns."""
        # The longest path first, then the default site: each sort keeps the order of the one before.
        sites = sorted(self.sites, key=lambda site: str(site.hostname))
        sites.sort(key=lambda site: (site.root_page.url_path, site.is_default_site), reverse=True)
        return [
            SiteRootPath(site.pk, home.url_path, site.root_url, home.language)
            for site in sites
            for home in self._twins(site.root_page)
        ]

    def site_of(self, hostname: str, port: str) -> Site | None:
        """Return the site that answers, by the rule of Wagtail's ``get_site_for_hostname()``."""
        named = [site for site in self.sites if site.hostname == hostname]
        default = next((site for site in self.sites if site.is_default_site), None)
        exact = [site for site in named if str(site.port) == str(port)]
        if exact:
            return exact[0]
        return named[0] if len(named) == 1 else default

    def home_of(self, site: Site) -> Page:
        """Return the home page of a site in the active language, where that is live."""
        homes = (home for home in self._twins(site.root_page) if home.live and home.language == get_language())
        return next(homes, None) or site.root_page.localized

    def below(self, page: Page, components: Sequence[str]) -> tuple[Page | None, list[str]]:
        """Return the last known page on the way down from ``page``, None where no page is known, and what is left."""
        for count in range(len(components), 0, -1):
            found = self._by_address.get("/".join([page.url_path.rstrip("/"), *components[:count], ""]))
            if found is not None and not (count == len(components) and self._is_hidden(found)):
                return self.specific(found), list(components[count:])
        return None, list(components)

    def _is_hidden(self, page: Page) -> bool:
        """Return whether the page above answers at this page's address itself, as news does at ``feed/``."""
        above = next((each for each in self.pages if each.path == page.path[: -page.steplen]), None)
        return above is not None and page.slug in getattr(above.specific_class, "views", ())

    def specific(self, page: Page) -> Page:
        """Return a page as its own type, with all pages above it held where they are all known."""
        above = {each.path: each for each in self.pages if page.path.startswith(each.path) and each.depth < page.depth}
        own = page.specific
        own.held_ancestors = [*above.values()] if len(above) == page.depth - 1 else None
        return own

    @cached_property
    def _by_address(self) -> dict[str, Page]:
        return {page.url_path: page for page in reversed(self.pages)}

    def _twins(self, home: Page) -> list[Page]:
        twins = {page.pk: page for page in self.pages if page.translation_key == home.translation_key}
        return [*twins.values()]


def on_the_way(request: HttpRequest, page: Page, components: Sequence[str]) -> tuple[Page | None, list[str]]:
    """Return the last page on the way from ``page`` that the request's place knows, None where it knows none."""
    place: Place | None = getattr(request, _PLACE, None)
    return place.below(page, components) if place else (None, list(components))


def _tell(request: HttpRequest, components: list[str]) -> None:
    """Leave on the request what Wagtail keeps there after having asked for it."""
    place = Place.of(components)
    host = request._get_raw_host()  # type: ignore[attr-defined] # as Wagtail asks, without judging it
    site = place.site_of(split_domain_port(host)[0], request.get_port())
    told = {_PLACE: place, "_wagtail_site": site, "_wagtail_cached_site_root_paths": place.root_paths}
    vars(request).update(told)
    vars(request)["_wagtail_route_for_request"] = _route(request, place, site, components) if site else None


def _route(request: HttpRequest, place: Place, site: Site, components: list[str]) -> RouteResult | None:
    home = place.home_of(site)
    # What is under the home page needs none of its own fields.
    page = home.specific_deferred if components else place.specific(home)
    try:
        found: RouteResult = page.route(request, components)
    except Http404:
        return None
    return found
