"""The chapters of a guide: addresses that differ, and the way from one to the next."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from services.blocks import ChapterBlock

#: The address of the whole guide on one page.
WHOLE = "print"


class ChaptersBlock(blocks.StreamBlock):
    """Chapters in their order."""

    chapter = ChapterBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        """Refuse two chapters at one address, and the address of the whole guide."""
        cleaned = super().clean(value)
        errors, taken = {}, {WHOLE}
        for position, chapter in enumerate(cleaned):
            if chapter.value["slug"] in taken:
                errors[position] = ValidationError(
                    _("Give this chapter another address: the guide uses “%(slug)s” already."),
                    params={"slug": chapter.value["slug"]},
                )
            taken.add(chapter.value["slug"])
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


@dataclass(frozen=True)
class Chapter:
    """A chapter as the template shows it: ``text`` is its title, ``current`` the one on screen."""

    text: str
    slug: str
    url: str
    body: Any
    number: int
    current: bool


def chapters_of(stream: blocks.StreamValue, guide_url: str, shown: str) -> list[Chapter]:
    """Return the chapters with the one at ``shown`` current, else the first, which lives at the guide's own address.

    Where WHOLE is shown none is current and each leads to its place on that page.
    """
    slugs = [block.value["slug"] for block in stream]
    at = slugs.index(shown) if shown in slugs else 0
    return [
        Chapter(
            text=block.value["title"],
            slug=slugs[place],
            url=_url(guide_url, slugs[place], place, shown),
            body=block.value["body"],
            number=place + 1,
            current=place == at and shown != WHOLE,
        )
        for place, block in enumerate(stream)
    ]


def _url(guide_url: str, slug: str, place: int, shown: str) -> str:
    if shown == WHOLE:
        return f"#{slug}"
    return f"{guide_url}{slug}/" if place else guide_url


def place_of(chapters: list[Chapter]) -> dict[str, Chapter | None]:
    """Return the current chapter with those before and after it; empty where none is current."""
    at = next((place for place, each in enumerate(chapters) if each.current), None)
    if at is None:
        return {}
    return {
        "chapter": chapters[at],
        "previous": chapters[at - 1] if at else None,
        "following": chapters[at + 1] if at + 1 < len(chapters) else None,
    }
