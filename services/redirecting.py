"""Follows redirects only to where something is: a browser gives up on a way that leads round in a circle."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects import middleware
from wagtail.contrib.redirects.models import Redirect

from services.moved import path_of


class RedirectMiddleware(middleware.RedirectMiddleware):
    """Wagtail's, but a page that is not live is nowhere to be led to.

    A page that was moved away and back has a redirect from its own address: taken off the site, it would lead to
    itself, and browsers would remember that for ever.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Lead on from an address where nothing is found."""
        found = _redirect_for(request) if response.status_code == 404 else None
        if found is None or (found.redirect_page and not found.redirect_page.live):
            return response
        if not found.link or _leads_back(found.link, request, found.old_path):
            return response
        return (HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect)(found.link)


def _leads_back(link: str, request: HttpRequest, old_path: str) -> bool:
    """Return whether ``link`` is where we are, or no address at all. The same path on another site is another place."""
    try:
        host, path = urlsplit(link).hostname, Redirect.normalise_path(path_of(link))
    except ValueError:
        return True
    if host and host != urlsplit(f"//{request.get_host()}").hostname:
        return False
    return path in (Redirect.normalise_path(request.get_full_path()), old_path)


def _redirect_for(request: HttpRequest) -> Redirect | None:
    """Return the redirect from the whole address, else from the address without what follows its question mark."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    bare = path.partition("?")[0]
    found = middleware.get_redirect(request, path)
    return found or (middleware.get_redirect(request, bare) if bare != path else None)
