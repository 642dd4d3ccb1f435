"""The contents of a long page: its headings, each with an anchor that stays while other headings come and go."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify


@dataclass(frozen=True)
class Section:
    """A heading: the id of its block, where it stands in the page, its words and its level (2 or 3)."""

    block: str
    anchor: str
    text: str
    level: int


def sections_of(body: Any) -> list[Section]:
    """Return the headings of a BodyBlock's value in order; two with the same words get anchors that differ."""
    sections: list[Section] = []
    taken: set[str] = set()
    for block in body:
        if block.block_type != "heading":
            continue
        text = block.value["text"]
        anchor = slugify(text)[:60] or f"section-{len(sections) + 1}"
        while anchor in taken:
            anchor = f"{anchor}-again"
        taken.add(anchor)
        sections.append(Section(block.id, anchor, text, int(block.value["level"])))
    return sections
