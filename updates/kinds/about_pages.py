"""Changes to a page, and what does not work at a service."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from updates.kinds.base import Kind
from updates.pages import key_of, kind_of, title_of

#: Types whose readers need to know when something does not work.
SERVICES = ("services.ServicePage", "services.ServiceIndexPage")
#: Lists that change with what stands on them: there is nothing of their own to tell.
LISTS = ("services.StatusPage", "services.NewsIndexPage", "services.NewsPage")


class PageChanges(Kind):
    """A change of meaning on one page."""

    name = "page"

    def label(self, key: str) -> str:
        """Return the page's title in a sentence."""
        title = title_of(key_of(key))
        return _("Changes to the page “%(title)s”") % {"title": title} if title else ""

    def offered(self, page: Page | None) -> list[str]:
        """Offer the page that somebody comes from."""
        return [str(page.translation_key)] if page and kind_of(page) not in LISTS else []


class Disruptions(Kind):
    """What does not work: at one service, in an area of services, or anywhere."""

    name = "service"

    def label(self, key: str) -> str:
        """Return the service's name in a sentence."""
        if not key:
            return _("Disruptions of any service")
        title = title_of(key_of(key))
        return _("Disruptions of “%(title)s”") % {"title": title} if title else ""

    def offered(self, page: Page | None) -> list[str]:
        """Offer the service that somebody comes from, and all of them."""
        return [str(page.translation_key), ""] if page and kind_of(page) in SERVICES else [""]
