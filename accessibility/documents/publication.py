"""A Word file as a draft of a web page: what it would hold, and what would stay behind. Nothing of it is public."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accessibility.documents.leftovers import sentence_for
from accessibility.documents.presentation import refusal_words
from accessibility.documents.sandbox import Made, make_file
from core.models import User
from core.services import record_event
from library.models import CustomDocument, CustomImage
from library.services import Policy, Refused, inspect

#: How many bytes of a title the page model takes.
TITLE_LENGTH = 255


@dataclass(frozen=True)
class PageMaker:
    """The room above that has pages registers it. ``make`` stores a draft under a page of one of ``parents``.

    It is given title, blocks and who asks. A block has ``type`` heading (``level`` 2 or 3, ``text``), paragraph
    (``html``), table (``caption``, ``heads``, ``rows``) or image (``image``, ``alt``, ``decorative``).
    """

    make: Callable[[str, list[dict[str, Any]], Page, User], Page]
    parents: Callable[[], Sequence[type[Page]]]


_makers: list[PageMaker] = []


def register_page_maker(maker: PageMaker) -> None:
    """Let authors turn a Word file into a page; a second maker is a ValueError, for an author needs one way."""
    if _makers:
        raise ValueError("Somebody makes pages of documents already.")
    _makers.append(maker)


def page_maker() -> PageMaker | None:
    """Return who makes pages, if anybody does."""
    return _makers[0] if _makers else None


@dataclass(frozen=True)
class Carried:
    """What a file would become. With ``refusal`` set there is nothing."""

    title: str = ""
    blocks: tuple[dict[str, Any], ...] = ()
    pictures: tuple[bytes, ...] = ()
    lost: tuple[str, ...] = ()
    refusal: str = ""

    @property
    def counts(self) -> Counter[str]:
        """Return how many blocks there are by type."""
        return Counter(str(block["type"]) for block in self.blocks)


def carry(document: CustomDocument, *, with_pictures: bool = True) -> Carried:
    """Return what a page of the document's content would hold. Runs a sealed process, up to half a minute."""
    try:
        with document.open_file() as file:
            made = make_file(file, "page", {})
    except FileNotFoundError:
        made = Made(error="missing")
    if made.error:
        return Carried(refusal=refusal_words(made.error))
    lost, blocks = Counter(made.told["lost"]), list(made.told["blocks"])
    if not with_pictures:
        lost["picture_not_allowed"] = sum(block["type"] == "image" for block in blocks)
        blocks = [block for block in blocks if block["type"] != "image"]
    if not blocks:
        return Carried(refusal=refusal_words("nothing_for_a_page"))
    return Carried(
        title=str(made.told["title"] or document.title)[:TITLE_LENGTH],
        blocks=tuple(blocks),
        pictures=tuple(_pictures(made)) if with_pictures else (),
        lost=tuple(sentence_for(code, count) for code, count in sorted(lost.items()) if count),
    )


def may_add_pictures(user: User) -> bool:
    """Return whether a person may add pictures to the library."""
    return bool(policy_registry.get_by_type(CustomImage).user_has_permission(user, "add"))


def make_page(document: CustomDocument, carried: Carried, *, title: str, parent: Page, by: User) -> Page:
    """Store the draft with its pictures and the record of who made it out of what."""
    maker = _makers[0]
    with transaction.atomic():
        blocks = list(_with_images(document, carried))
        page = maker.make(title, blocks, parent, by)
        record_event(verb="document.web_page", obj=document, actor=by, outcome=str(page.pk))
    return page


def _pictures(made: Made) -> list[bytes]:
    """Return the pictures, which came one after another."""
    found, start = [], 0
    for size in made.told["pictures"]:
        found.append(made.data[start : start + int(size)])
        start += int(size)
    return found


def _with_images(document: CustomDocument, carried: Carried) -> Any:
    """Yield the blocks, each picture stored once; one that the intake refuses becomes a line that says so."""
    stored: dict[int, CustomImage | None] = {}
    for block in carried.blocks:
        if block["type"] != "image":
            yield block
            continue
        number = int(block["picture"])
        if number not in stored:
            stored[number] = _store(document, carried.pictures[number], number + 1)
        image = stored[number]
        if image is None:
            yield {"type": "paragraph", "html": f"<p>{_('Here was a picture that we could not take over.')}</p>"}
        else:
            yield {"type": "image", "image": image.pk, "alt": block["alt"], "decorative": block["decorative"]}


def _store(document: CustomDocument, data: bytes, number: int) -> CustomImage | None:
    """Store one picture in the document's collection, drawn anew, if the intake takes it."""
    ending = {b"\x89P": "png", b"RI": "webp"}.get(data[:2], "jpg")
    upload = ContentFile(data, name=f"picture-{number}.{ending}")
    taken = tuple(settings.WAGTAILIMAGES_EXTENSIONS)
    outcome = inspect(upload, Policy(taken, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE))
    if isinstance(outcome, Refused):
        return None
    title = _("%(document)s, picture %(number)d") % {"document": document.title, "number": number}
    file = ContentFile(outcome.file.read(), name=upload.name)
    image: CustomImage = CustomImage.objects.create(
        title=title[-TITLE_LENGTH:], file=file, collection=document.collection
    )
    return image
