"""Where commands put a form."""

from django.core.management.base import CommandError
from wagtail.models import Page, Site


def parent_of(slug: str | None) -> Page:
    """Return the page of that slug, or the default site's home page. Raises CommandError."""
    if not slug:
        return Site.objects.get(is_default_site=True).root_page
    page = Page.objects.filter(slug=slug).first()
    if page is None:
        raise CommandError(f"There is no page with the slug {slug}.")
    return page
