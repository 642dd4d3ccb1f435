"""The verbs of exchange: read a definition, make a draft page of it, export a page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.models import ServicePromise, Team
from core.services import PublishBlocked
from forms.compiler import build, findings
from forms.exchange.base import RefusedError
from forms.exchange.history import remember
from forms.exchange.ledger import Ledger
from forms.exchange.naming import Names
from forms.exchange.parse import parse
from forms.exchange.reading import Reading
from forms.exchange.registry import format_of
from forms.exchange.telling import as_json
from forms.exchange.writing import page_from
from forms.models import FormPage

if TYPE_CHECKING:
    from core.models import User
    from forms.exchange.drafting.draft import Drafted


@dataclass(frozen=True)
class Given:
    """What the importer adds to the definition: names of a promise and a team, a privacy notice in plain text."""

    promise: str = ""
    team: str = ""
    privacy: str = ""


def read_definition(raw: bytes) -> Reading:
    """Return what a file holds. Raises :class:`RefusedError` in words."""
    data = parse(raw)
    found = format_of(data)
    ledger = Ledger(data)
    return Reading(found.title, found.read(data, ledger), ledger)


@transaction.atomic
def make_page(
    reading: Reading, parent: Page, given: Given | None = None, *, user: "User | None" = None, publish: bool = False
) -> FormPage:
    """Store the form as a draft page below ``parent``, and publish it when that is asked for and nothing is missing.

    Raises :class:`RefusedError` with what is missing; then nothing was stored.
    """
    given = given or Given()
    page = page_from(reading.form)
    page.slug = _free_slug(str(reading.form.facts.get("slug") or ""), page.title, parent)
    page.locale, page.live, page.owner = parent.locale, False, user
    _refer(page, reading, given)
    parent.add_child(instance=page)
    revision = page.save_revision(user=user, log_action=True)
    if publish:
        try:
            revision.publish(user=user)
        except PublishBlocked as blocked:
            missing = " ".join(blocked.messages)
            raise RefusedError(_("The form cannot be published yet: %(missing)s") % {"missing": missing}) from None
        page.refresh_from_db()
    reading.ledger.notes.extend(f"{finding.message} {finding.how}" for finding in findings(build(page)))
    remember(page, as_json(reading, page), user)
    return page


@transaction.atomic
def draft_page(drafted: "Drafted", parent: Page, *, user: "User | None" = None) -> FormPage:
    """Store a form that was drafted from a document as a draft page below ``parent``."""
    page = page_from(drafted.form)
    page.slug = _free_slug("", page.title, parent)
    page.locale, page.live, page.owner = parent.locale, False, user
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    remember(page, {"questions": drafted.guesses, "notes": drafted.notes}, user)
    return page


def _free_slug(wanted: str, title: str, parent: Page) -> str:
    taken = set(FormPage.objects.values_list("slug", flat=True)) | set(
        parent.get_children().values_list("slug", flat=True)
    )
    return Names(*taken, longest=255).unique(wanted or slugify(title)[:200] or "form")


def _refer(page: FormPage, reading: Reading, given: Given) -> None:
    """Set what the page refers to, from the command line first, then from the file."""
    named = reading.form.named
    promise = given.promise or named.get("promise", {}).get("name", "")
    team = given.team or named.get("team", {}).get("name", "")
    if promise:
        page.promise = ServicePromise.objects.filter(name=promise, locale=page.locale).first()
        _told(reading, page.promise, _("There is no service promise “%(name)s” here. Choose one."), promise)
    if team:
        page.owning_team = Team.objects.filter(name=team).first()
        _told(reading, page.owning_team, _("There is no team “%(name)s” here. Choose one."), team)
    path = named.get("service", {}).get("path", "")
    if path:
        page.service = Page.objects.filter(url_path=path).first()
        _told(reading, page.service, _("There is no page “%(name)s” here. Choose the page about this service."), path)
    if given.privacy:
        from forms.exchange.clean import rich

        page.privacy_notice = rich(given.privacy)


def _told(reading: Reading, found: Any, words: str, name: str) -> None:
    if found is None:
        reading.ledger.notes.append(words % {"name": name})
