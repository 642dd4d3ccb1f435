"""Where people can go for help nearby, and whether it is open: the places of the directory that a contact names."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from core.models import Contact
from core.services import chosen_pages, in_language, kept, public
from services.known_pages import known
from services.links import PageLink, link_to
from services.listing import truly_translated
from services.models import DirectoryEntryPage

#: More would push what else stands there out of sight; the directory has them all.
SHOWN = 3


@dataclass(frozen=True)
class Hub:
    """A place, and whether it is open now, as a sentence."""

    link: PageLink
    state: str


@dataclass(frozen=True)
class Hubs:
    """The first places by name, and the way to all of them."""

    places: list[Hub]
    all_of_them: PageLink


def hubs_of(contact: Contact | None, request: HttpRequest) -> Hubs | None:
    """Return the hubs of a contact in the active language; None where there are none. Kept for some seconds."""
    directory = contact.hubs_id if contact else None
    if directory is None:
        return None
    key = f"hubs:{directory}:{get_language()}:{request.get_host()}"
    return kept(key, lambda: _read(directory, request))


def _read(pk: int, request: HttpRequest) -> Hubs | None:
    found = known().get(pk) or _directory(pk, str(get_language()))
    if found is None:
        return None
    entries = truly_translated(public(DirectoryEntryPage.objects.child_of(found).live())).select_related("locale")
    places = [
        Hub(link_to(entry, entry.title, request), entry.state_words) for entry in entries.order_by("title")[:SHOWN]
    ]
    return Hubs(places, link_to(found, found.title, request)) if places else None


def _directory(pk: int, language: str) -> Page | None:
    return in_language(chosen_pages(Page.objects, [pk], language), [pk], language).get(pk)
