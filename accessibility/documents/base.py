"""The words that every part of the checker shares."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Severity(StrEnum):
    """What a finding does: block publishing, warn, ask the author, or be told in detail only."""

    BLOCK = "B"
    WARN = "W"
    ASK = "M"
    ADVISORY = "advisory"


class Verdict(StrEnum):
    """What is known of a file. Only ``PASSED`` lets it reach a resident: unknown is never a pass."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_CHECK = "could_not_check"
    PENDING = "pending"


class Kind(StrEnum):
    """A file format that is told by content, never by the file's name."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    CSV = "csv"


class Profile(StrEnum):
    """``WCAG`` is what the gate asks. The others report every failed clause of PDF/UA, for comparison.

    ``UA1`` is PDF/UA-1 (ISO 14289-1), ``UA1_OWN`` the same by our own rules without the engine, ``UA2`` a part of
    PDF/UA-2 (ISO 14289-2).
    """

    WCAG = "wcag21aa"
    UA1 = "ua1"
    UA1_OWN = "ua1-own"
    UA2 = "ua2"


@dataclass(frozen=True)
class Location:
    """Where in the file: a page (from 1), a part or sheet, an object or paragraph number, a few of its words.

    ``bbox`` is left, bottom, right, top on that page in PDF points from its lower left corner, before the page is
    turned; ``path`` is the way through the tags, such as ``Document > Table > TR``.
    """

    page: int | None = None
    part: str = ""
    item: int | None = None
    excerpt: str = ""
    bbox: tuple[float, float, float, float] | None = None
    path: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return only what is known."""
        pairs = {
            "page": self.page,
            "part": self.part,
            "object": self.item,
            "excerpt": self.excerpt[:80],
            "bbox": [round(value, 1) for value in self.bbox] if self.bbox else None,
            "path": self.path[-120:],
        }
        return {name: value for name, value in pairs.items() if value not in (None, "")}


@dataclass(frozen=True)
class Finding:
    """One rule that was broken ``count`` times. ``rule`` is a key of :data:`accessibility.documents.wcag.RULES`.

    ``severity`` and ``clause`` are given only where they differ from the rule's own row.
    """

    rule: str
    locations: tuple[Location, ...] = ()
    count: int = 1
    severity: Severity | None = None
    clause: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What the sealed process says of one file. With ``error`` set nothing else counts."""

    kind: Kind | None = None
    findings: tuple[Finding, ...] = ()
    checked: tuple[str, ...] = ()
    pages_checked: int = 0
    pages_total: int = 0
    producer: str = ""
    sha256: str = ""
    unsafe: tuple[str, ...] = ()
    error: str = ""


class Refused(Exception):  # noqa: N818 - it is an answer, not a mistake of ours
    """The file cannot be checked; the argument is a code of :mod:`accessibility.documents.advice.refusals`."""

    @property
    def code(self) -> str:
        """Return the code."""
        return str(self.args[0])


class Check(Protocol):
    """One class a check; a check that raises is an internal error, never silence."""

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the ids of the rules that this check may report."""
        ...

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the formats that it can read."""
        ...

    def run(self, opened: Any) -> Iterator[Finding]:
        """Yield what is wrong with the opened file."""
        ...


def gather(rule: str, locations: list[Location], **parameters: str) -> Iterator[Finding]:
    """Yield one finding for all ``locations`` (the first ten are kept), or none when there are none."""
    if locations:
        yield Finding(rule, tuple(locations[:10]), len(locations), parameters=parameters)
