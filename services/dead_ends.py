"""Whether an address on our own sites answers: a redirect to where nothing is only changes the place of the error."""

from functools import cache
from io import BytesIO
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

#: A browser follows more; a way of more steps on our own sites is none that anybody laid.
MOST_STEPS = 8


class DeadEndError(ValueError):
    """A redirect would lead to an address of ours at which nothing is found."""


def refuse_dead_end(address: str, site: Site) -> None:
    """Raise DeadEndError where ``address``, a path on ``site`` or a whole one, is on a site of ours and answers 404.

    Other redirects are followed. Files that the web server sends by itself are not looked for.
    """
    step = address
    for _number in range(MOST_STEPS):
        there = _our_site(step, site)
        if there is None or urlsplit(step).path.startswith(settings.MEDIA_URL):
            return
        answer = _answer(step, there)
        if answer.status_code == 404:
            words = _("Nothing is found at %(address)s. Check the address, or publish the page there first.")
            raise DeadEndError(words % {"address": address})
        if not 300 <= answer.status_code < 400 or "Location" not in answer.headers:
            return
        step = urljoin(step, answer.headers["Location"])


def _our_site(address: str, site: Site) -> Site | None:
    host = urlsplit(address).hostname
    return site if host in (None, site.hostname) else Site.objects.filter(hostname=host).first()


def _answer(address: str, site: Site) -> HttpResponseBase:
    """Return what a visitor without an account gets, by way of all middleware; the language of this thread stays."""
    parts = urlsplit(address)
    host = site.hostname if site.port in (80, 443) else f"{site.hostname}:{site.port}"
    environ = {
        "REQUEST_METHOD": "HEAD",
        "PATH_INFO": unquote_to_bytes(parts.path or "/").decode("latin-1"),
        "QUERY_STRING": parts.query,
        "HTTP_HOST": host,
        "HTTP_X_FORWARDED_PROTO": "https",
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port),
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
    }
    with translation.override(translation.get_language()):
        return _handler().get_response(WSGIRequest(environ))


@cache
def _handler() -> BaseHandler:
    """Return the site as its server runs it."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler
