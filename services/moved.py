"""Redirects from old addresses: nobody's bookmark breaks, and none leads round in a circle."""

from urllib.parse import urlsplit

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.services import address_of


class LoopError(ValueError):
    """A redirect would lead back to where it starts."""


def add_move(old: str, target: Page | str, site: Site) -> Redirect | None:
    """Lead from ``old`` (a path or whole address) to a page or address; None where it is the page's own address.

    An existing redirect from there is brought up to date. LoopError where the way would lead back.
    """
    path = Redirect.normalise_path(_path(old))
    to = address_of(target) if isinstance(target, Page) else target
    if not _is_elsewhere(to, site):
        if Redirect.normalise_path(_path(to)) == path and isinstance(target, Page):
            return None
        refuse_loop(path, _path(to), site)
    where = {"redirect_page": target, "redirect_link": ""}
    if not isinstance(target, Page):
        where = {"redirect_page": None, "redirect_link": target}
    made, _created = Redirect.objects.update_or_create(old_path=path, site=site, defaults=where)
    return made


def refuse_loop(path: str, to: str, site: Site, but: int | None = None) -> None:
    """Raise LoopError where ``to`` leads back to ``path``, by whatever other redirects than the one with id ``but``."""
    seen = {path}
    step = Redirect.normalise_path(to)
    while step:
        if step in seen:
            raise LoopError(f"The redirect from {path} would lead in a circle by {step}.")
        seen.add(step)
        step = _next(step, site, but)


def refuse_own_loop(row: Redirect) -> None:
    """Raise LoopError where a redirect that is not stored yet, or not in this form, would lead back to its start."""
    site = row.site or Site.objects.get(is_default_site=True)
    to = address_of(row.redirect_page) if row.redirect_page_id else row.redirect_link
    if to and not _is_elsewhere(to, site):
        refuse_loop(Redirect.normalise_path(row.old_path), _path(to), site, row.pk)


def _next(path: str, site: Site, but: int | None) -> str:
    others = Redirect.objects.filter(Q(site=site) | Q(site=None), old_path=path).exclude(pk=but)
    found = others.select_related("redirect_page").first()
    link = (found.link or "") if found else ""
    return "" if not link or _is_elsewhere(link, site) else str(Redirect.normalise_path(_path(link)))


def _path(address: str) -> str:
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "") or "/"


def _is_elsewhere(address: str, site: Site) -> bool:
    host = urlsplit(address).hostname
    return bool(host) and host != site.hostname
