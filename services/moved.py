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

    An existing redirect from there is brought up to date. LoopError where the way would lead back, another ValueError
    for an address that is none.
    """
    path = Redirect.normalise_path(path_of(old))
    to = address_of(target) if isinstance(target, Page) else target
    if isinstance(target, Page) and _on_ours(to, site) == (site, path):
        return None
    refuse_loop(path, to, site)
    where = {"redirect_page": target, "redirect_link": ""}
    if not isinstance(target, Page):
        where = {"redirect_page": None, "redirect_link": target}
    made, _created = Redirect.objects.update_or_create(old_path=path, site=site, defaults=where)
    return made


def refuse_loop(path: str, to: str, site: Site, but: int | None = None) -> None:
    """Raise LoopError where ``to`` leads back to ``path``, by whatever other redirects than the one with id ``but``."""
    seen = {(site, path)}
    step = _on_ours(to, site)
    while step:
        there, at = step
        found = _redirect_from(at, there, but)
        # Where no redirect starts at the whole address, one from the address without its question mark does.
        start = at if found and found.old_path == at else at.partition("?")[0]
        if {(there, at), (there, start)} & seen:
            raise LoopError(f"The redirect from {path} would lead in a circle by {at}.")
        seen |= {(there, at), (there, start)}
        # A page ends the way: it is live, or nobody is led to it (services.redirecting).
        step = _on_ours(found.redirect_link, there) if found and not found.redirect_page_id else None


def refuse_own_loop(row: Redirect) -> None:
    """Raise LoopError where a redirect that is not stored yet, or not in this form, would lead back to its start."""
    to = address_of(row.redirect_page) if row.redirect_page_id else row.redirect_link
    if to:
        refuse_loop(Redirect.normalise_path(row.old_path), to, site_of(row), row.pk)


def site_of(row: Redirect) -> Site:
    """Return the site on which a redirect starts; the default one stands for all."""
    return row.site or Site.objects.get(is_default_site=True)


def path_of(address: str) -> str:
    """Return the path of an address with what follows its question mark; ValueError for an address that is none."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "") or "/"


def _redirect_from(path: str, site: Site, but: int | None) -> Redirect | None:
    """Return the redirect that Wagtail follows: from the whole address, then the site's own."""
    starts = {path, path.partition("?")[0]}
    rows = Redirect.objects.filter(Q(site=site) | Q(site=None), old_path__in=starts).exclude(pk=but)
    return min(rows, key=lambda row: (row.old_path != path, row.site_id is None), default=None)


def _on_ours(address: str, site: Site) -> tuple[Site, str] | None:
    """Return the site and path that an address leads to; None where it is on no site of ours."""
    host = urlsplit(address).hostname
    there = site if host in (None, site.hostname) else Site.objects.filter(hostname=host).first()
    return (there, Redirect.normalise_path(path_of(address))) if there else None
