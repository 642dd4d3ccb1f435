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
    """A chapter as the template shows it; ``url`` is complete."""

    title: str
    slug: str
    url: str
    body: Any
    number: int


def chapters_of(stream: blocks.StreamValue, guide_url: str) -> list[Chapter]:
    """Return the chapters; the first one lives at the address of the guide itself."""
    return [
        Chapter(
            title=block.value["title"],
            slug=block.value["slug"],
            url=guide_url if number == 1 else f"{guide_url}{block.value['slug']}/",
            body=block.value["body"],
            number=number,
        )
        for number, block in enumerate(stream, start=1)
    ]
