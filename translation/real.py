"""Which languages a page is truly in: never an alias, never a draft, never hidden by a privacy setting."""

from dataclasses import dataclass

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest
from wagtail.models import Page

from core.languages import direction
from translation.versions import versions_of


@dataclass(frozen=True)
class Language:
    """One language of a page: BCP 47 ``code``, its ``name`` in itself, ``url`` and writing direction ``dir``."""

    code: str
    name: str
    url: str
    dir: str
    current: bool


def own_name(code: str) -> str:
    """Return a language's name in that language, as a reader looks for it."""
    return str(LANG_INFO.get(code, {}).get("name_local", code)).capitalize()


def real_translations(page: Page) -> list[Page]:
    """Return ``page`` and its translations that are live and were really translated, in the order of the settings."""
    siblings = [each for each in versions_of(page) if each.live and not each.is_private and not each.alias_of_id]
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(siblings, key=lambda sibling: order.index(sibling.locale.language_code))


def languages_of(page: Page, request: HttpRequest | None = None) -> list[Language]:
    """Return the languages of ``page``, with an absolute address where the request's site is another one."""
    return [
        Language(code, own_name(code), sibling.get_url(request) or "", direction(code), sibling.pk == page.pk)
        for sibling in real_translations(page)
        for code in [sibling.locale.language_code]
    ]
