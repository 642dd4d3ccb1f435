"""The shape of what is carried over: plain data that crosses the wall of the sealed process."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from accessibility.documents.base import Refused
from accessibility.documents.limits import MAX_OUTPUT

#: Half of what the process may answer, for JSON writes some letters with six.
MAX_ALL_TEXT = MAX_OUTPUT // 2
MAX_PICTURES = 100
MAX_PICTURE_BYTES = 40 * 1024 * 1024


@dataclass
class Carried:
    """``blocks`` in reading order; ``lost`` counts what has no place on the page, by code; ``pictures`` are files."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)

    def add(self, kind: str, **value: Any) -> None:
        """Put a block at the end."""
        self.blocks.append({"type": kind, **value})

    def keep_picture(self, path: str, data: bytes) -> int | None:
        """Return the number of a picture file, the same for the same file; None where there are too many."""
        for number, (known, _) in enumerate(self.pictures):
            if known == path:
                return number
        size = len(data) + sum(len(kept) for _, kept in self.pictures)
        if len(self.pictures) >= MAX_PICTURES or size > MAX_PICTURE_BYTES:
            return None
        self.pictures.append((path, data))
        return len(self.pictures) - 1

    def told(self) -> dict[str, object]:
        """Return all but the pictures themselves. Raises :class:`Refused` where the text is longer than a page."""
        if sum(len(str(block)) for block in self.blocks) > MAX_ALL_TEXT:
            raise Refused("too_long_for_a_page")
        sizes = [len(data) for _, data in self.pictures]
        return {"blocks": self.blocks, "lost": dict(self.lost), "pictures": sizes}
