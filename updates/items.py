"""What a notice says, in the language of its reader and as things stand when the message leaves."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from updates.models import AreaAlert, Notice
from updates.pages import public_page, whole_url


@dataclass(frozen=True)
class Item:
    """One piece of news; a language is set where title or text are not in that of the message (WCAG 3.1.2)."""

    title: str
    text: str
    url: str = ""
    title_language: str = ""
    text_language: str = ""


def item_of(notice: Notice) -> Item | None:
    """Return what there is to say in the active language; None when it is no longer true or no longer public."""
    return MAKERS[notice.event](notice) if notice.event in MAKERS else None


def _other(language: str) -> str:
    """Return a language where it is not the active one."""
    return "" if language == (get_language() or settings.LANGUAGE_CODE) else language


def _of_page(page: Page, text: str, text_language: str = "") -> Item:
    return Item(page.title, text, whole_url(page), _other(page.locale.language_code), text_language)


def _changed(notice: Notice) -> Item | None:
    page = public_page(notice.about)
    return _of_page(page, notice.words, _other(notice.language)) if page else None


def _facts(notice: Notice) -> Item | None:
    page = public_page(notice.about)
    names = {
        "cost": _("What it costs has changed."),
        "promise": _("How long it takes has changed."),
        "days": _("The days have changed."),
        "start": _("Where you start has changed."),
    }
    said = [names[name] for name in notice.words.split() if name in names]
    return _of_page(page, " ".join(said)) if page and said else None


def _gone(notice: Notice) -> Item | None:
    if public_page(notice.about):
        return None
    text = _("This page is no longer on our website. We have taken it off your list.")
    return Item(notice.title, text, title_language=_other(notice.language))


def _published(notice: Notice) -> Item | None:
    page = public_page(notice.about)
    if page is None:
        return None
    return _of_page(page, page.specific.summary, _other(page.locale.language_code))


def _consultation(sentence: Callable[[Page], str]) -> Callable[[Notice], Item | None]:
    def make(notice: Notice) -> Item | None:
        page = public_page(notice.about)
        return _of_page(page, sentence(page.specific)) if page else None

    return make


def _disruption(notice: Notice) -> Item | None:
    rows = apps.get_model("services", "ServiceDisruption").objects.filter(translation_key=str(notice.about))
    wanted = (get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE)
    found = sorted(
        (row for row in rows.select_related("locale", "page") if row.locale.language_code in wanted),
        key=lambda row: row.locale.language_code != wanted[0],
    )
    page = public_page(found[0].page.translation_key) if found else None
    if page is None:
        return None
    row, language = found[0], _other(found[0].locale.language_code)
    if notice.event == "over":
        return Item(row.title, _("This works again."), whole_url(page), language)
    text = " ".join(part for part in (row.message, row.instead) if part)
    return Item(row.title, text, whole_url(page), language, language)


def _area(notice: Notice) -> Item | None:
    row = AreaAlert.objects.select_related("page").filter(pk=str(notice.about)).first()
    if row is None:
        return None
    page, language = public_page(row.page.translation_key) if row.page else None, _other(settings.LANGUAGE_CODE)
    return Item(row.title, row.message, whole_url(page) if page else "", language, language)


MAKERS: dict[str, Callable[[Notice], Item | None]] = {
    "area": _area,
    "changed": _changed,
    "facts": _facts,
    "gone": _gone,
    "published": _published,
    "opens": _consultation(lambda page: f"{_('You can have your say now.')} {page.listed_note}"),
    "closes": _consultation(lambda page: f"{_('You can have your say for a few more days.')} {page.listed_note}"),
    "outcome": _consultation(lambda _page: _("We have decided. Read what you said and what we do.")),
    "disruption": _disruption,
    "over": _disruption,
}
