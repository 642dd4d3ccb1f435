"""Store one page as a draft, with the redirect from its old address."""

import uuid
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import Page, Site

from accessibility.services import carry_document, evaluate, page_of_document, plain_english
from core.models import Team, User
from library.models import CustomDocument
from services.importing.convert import convert
from services.importing.source import Item
from services.models import StandardPage
from services.moved import LoopError, add_move
from services.publication import stored_block

#: An ARI is a school grade of the United States; its pupils are about five years older than their grade.
GRADE_TO_AGE = 5
OLDEST = 18


@dataclass
class Imported:
    """What became of an item: the page, and what somebody has to do before it can go live."""

    page: Page | None = None
    there_already: bool = False
    reading_age: int | None = None
    to_do: list[str] = field(default_factory=list)


def key_of(item: Item) -> uuid.UUID:
    """Return the translation key that an item always gets: a second run knows its page by it."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"waymark-import:{item.address or item.title}")


def store(item: Item, parent: Page, by: User) -> Imported:
    """Store an item under ``parent``; one that was stored before is left as it is."""
    key = key_of(item)
    there = Page.objects.filter(translation_key=key, locale=parent.locale).first()
    if there is not None:
        return Imported(there, there_already=True)
    with transaction.atomic():
        done = _word(item, parent, by, key) if item.word else _text(item, parent, by, key)
        if done.page is not None:
            _redirect(item, done)
    return done


def _text(item: Item, parent: Page, by: User, key: uuid.UUID) -> Imported:
    converted = convert(item.html, item.title)
    done = Imported(to_do=list(converted.lost))
    page = StandardPage(
        title=item.title,
        slug=_free_slug(item, parent),
        summary=item.summary,
        owning_team=_team(item, done),
        review_on=item.review_on,
        translation_key=key,
        locale=parent.locale,
        owner=by,
        live=False,
        has_unpublished_changes=True,
    )
    page.body = StandardPage.body.field.stream_block.to_python([stored_block(block) for block in converted.blocks])
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    text = " ".join(StandardPage.body.field.get_searchable_content(page.body))
    reading = plain_english(text, parent.locale.language_code)
    done.page = page
    done.reading_age = min(max(round(reading.ari) + GRADE_TO_AGE, GRADE_TO_AGE), OLDEST) if reading.words else None
    if not item.summary:
        done.to_do.append("Write the summary: one sentence that answers first.")
    done.to_do += [f"{finding.message} {finding.how}" for finding in evaluate(page).findings]
    return done


def _word(item: Item, parent: Page, by: User, key: uuid.UUID) -> Imported:
    assert item.word is not None  # noqa: S101 - the caller asked
    file = ContentFile(item.word.read_bytes(), name=item.word.name)
    document = CustomDocument.objects.create(title=item.title, file=file, uploaded_by_user=by)
    carried = carry_document(document)
    if carried.refusal:
        return Imported(to_do=[carried.refusal])
    page = page_of_document(document, carried, title=carried.title or item.title, parent=parent, by=by)
    Page.objects.filter(pk=page.pk).update(translation_key=key)
    return Imported(page, to_do=[*carried.lost, *(finding.message for finding in evaluate(page).findings)])


def _team(item: Item, done: Imported) -> Team | None:
    if not item.owner:
        done.to_do.append("Choose the team that looks after it.")
        return None
    team = Team.objects.filter(Q(name__iexact=item.owner) | Q(email__iexact=item.owner)).first()
    if team is None:
        done.to_do.append(f"There is no team “{item.owner}”. Choose one.")
    return team


def _free_slug(item: Item, parent: Page) -> str:
    last = PurePosixPath(urlsplit(item.address).path).stem
    wanted = slugify(last) or slugify(item.title) or "page"
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(slug for number in range(1, 10_000) if (slug := _numbered(wanted[:80], number)) not in taken)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"


def _redirect(item: Item, done: Imported) -> None:
    if not item.address or done.page is None:
        return
    site: Site = Site.objects.get(is_default_site=True)
    try:
        add_move(item.address, done.page, site)
    except LoopError as error:
        done.to_do.append(str(error))
