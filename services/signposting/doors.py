"""The doors that somebody may knock at, and which of them fit a need and a place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from core.services import public
from services.links import PageLink, link_to
from services.listing import truly_translated
from services.signposting.matching import scores
from services.signposting.place import Place
from translation.services import in_language_of

TEAM, PARTNER = "team", "partner"
NEAR, ANYWHERE, FURTHER = "near", "anywhere", "further"


@dataclass(frozen=True)
class Pointer:
    """Something that people ask here though others deal with it, with the way there where one is known."""

    text: str
    note: str
    link: PageLink | None


@dataclass(frozen=True)
class Door:
    """A team or a partner. ``text`` is what is searched, ``about_place`` what says where it is."""

    page: Any
    kind: str
    link: PageLink
    text: str
    phone: str = ""
    where: Sequence[str] = ()
    postcode: str = ""
    about_place: str = ""
    keys: frozenset[str] = frozenset()
    pointers: Sequence[Pointer] = field(default=())


@dataclass(frozen=True)
class Group:
    """Doors that stand under one heading: a kind, or how near they are."""

    key: str
    doors: list[Door]


@dataclass(frozen=True)
class Asked:
    """What somebody asked: ``words`` of their own, ``needs`` as sets of keys and of words, and a place."""

    words: str = ""
    place: Place = field(default_factory=lambda: Place("", ""))
    keys: frozenset[str] = frozenset()
    need_words: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was asked."""
        return not (self.words or self.place.words or self.keys or self.need_words)


def doors_for(reader: Page, root: Page, request: HttpRequest | None) -> list[Door]:
    """Return all doors of the site under ``root``, in the reader's language where that exists.

    Five queries at most, whatever the number.
    """
    roots = root.get_translations(inclusive=True).values_list("path", flat=True)
    below = reduce(or_, (Q(path__startswith=path) for path in roots))
    teams = _pages("TeamPage", reader, below, "contact")
    entries = _pages("DirectoryEntryPage", reader, below)
    linked = _linked(reader, teams)
    return [*(_team(page, linked, request) for page in teams), *(_partner(page, request) for page in entries)]


def fitting(doors: Sequence[Door], asked: Asked) -> list[Door]:
    """Return the doors that fit the need, the best first, each with only the pointers that fit too."""
    chosen = [door for door in doors if _has_need(door, asked)] if asked.keys or asked.need_words else list(doors)
    if not asked.words:
        return sorted((replace(door, pointers=()) for door in chosen), key=lambda door: door.link.text.casefold())
    pointers = [pointer for door in chosen for pointer in door.pointers]
    told = scores(asked.words, [pointer.text for pointer in pointers])
    pointing = {id(pointer) for pointer, fits in zip(pointers, told, strict=True) if fits}
    rated = zip(scores(asked.words, [door.text for door in chosen]), chosen, strict=True)
    kept = [
        (rate, replace(door, pointers=[each for each in door.pointers if id(each) in pointing])) for rate, door in rated
    ]
    found = [(rate, door) for rate, door in kept if rate or door.pointers]
    return [door for _rate, door in sorted(found, key=lambda pair: (-pair[0], pair[1].link.text.casefold()))]


def grouped(doors: Iterable[Door], place: Place) -> list[Group]:
    """Return the doors by how near they are, or by kind where no place was given. No empty group."""
    groups: dict[str, list[Door]] = {key: [] for key in ((NEAR, ANYWHERE, FURTHER) if place.words else (TEAM, PARTNER))}
    for door in doors:
        groups[_distance(door, place) if place.words else door.kind].append(door)
    return [Group(key, found) for key, found in groups.items() if found]


def _distance(door: Door, place: Place) -> str:
    if place.is_near(door.postcode, door.about_place):
        return NEAR
    return FURTHER if door.where else ANYWHERE


def _has_need(door: Door, asked: Asked) -> bool:
    text = door.text.casefold()
    return bool(asked.keys & door.keys) or any(word.casefold() in text for word in asked.need_words)


def _pages(name: str, reader: Page, below: Q, *along: str) -> list[Any]:
    """Return the live, public pages of a type on a site; one in the reader's language stands for its source."""
    model = apps.get_model("services", name)  # by name: the models of pages import what this module serves
    pages = truly_translated(public(model.objects.filter(below).live())).select_related("locale", *along)
    chosen: dict[Any, Any] = {}
    for page in pages.order_by("path"):
        if page.translation_key not in chosen or page.locale_id == reader.locale_id:
            chosen[page.translation_key] = page
    return list(chosen.values())


def _linked(reader: Page, teams: Sequence[Any]) -> Mapping[int, Page]:
    ids = {key for team in teams for key in team.more_ids}
    return in_language_of(reader, ids) if ids else {}


def _team(page: Any, linked: Mapping[int, Page], request: HttpRequest | None) -> Door:
    does = [block["value"]["text"] for block in page.deals_with.raw_data]
    place = page.contact.in_person if page.contact else ""
    return Door(
        page, TEAM, link_to(page, page.title, request), " ".join([page.title, page.summary, *does]),
        phone=page.contact.phone if page.contact else "", about_place=place,
        pointers=[_pointer(block["value"], linked, request) for block in page.ask_others.raw_data],
    )  # fmt: skip


def _pointer(value: Mapping[str, Any], linked: Mapping[int, Page], request: HttpRequest | None) -> Pointer:
    page, url = linked.get(value.get("page") or 0), value.get("url")
    if page and page.is_private:  # the link would be its title
        page = None
    link = link_to(page, page.title, request) if page else PageLink(url, url) if url else None
    return Pointer(value["text"], value.get("note") or "", link)


def _partner(page: Any, request: HttpRequest | None) -> Door:
    text = " ".join([page.title, page.summary, page.extra_search_text])
    return Door(
        page, PARTNER, link_to(page, page.title, request), text,
        phone=page.phone, where=page.address_lines, postcode=page.postcode,
        about_place=f"{page.title} {page.summary} {page.address}", keys=frozenset(page.facet_keys),
    )  # fmt: skip
