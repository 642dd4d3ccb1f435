"""The words other rooms use to speak with this one: plain values, no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Scale = Literal["csat5", "useful2"]
SubjectKind = Literal["page", "form", "document", "search", "service"]
FormEventKind = Literal["started", "step", "completed", "abandoned", "error"]

#: The values of each scale. useful2: 1 no, 2 yes. csat5: 1 very dissatisfied to 5 very satisfied.
SCALES: dict[str, Sequence[int]] = {"useful2": (1, 2), "csat5": (1, 2, 3, 4, 5)}
COMMENT_LIMIT = 1250
#: Letters of the short name of a campaign.
CAMPAIGN_LENGTH = 40
#: Stands for a page that the site does not have (any more).
UNKNOWN_PAGE = "unknown"


@dataclass(frozen=True)
class Subject:
    """What is judged. ``ref``: a page's translation key, or form slug and version such as ``missed-bin:3``."""

    kind: SubjectKind
    ref: str
    service: str = ""

    @property
    def key(self) -> str:
        """Return the form in which events and roll-ups hold it, for example ``page:0190...``."""
        return f"{self.kind}:{self.ref}"[:160]

    @property
    def page(self) -> str:
        """Return the page's translation key; empty for anything else."""
        return self.ref[:40] if self.kind == "page" else ""


@dataclass(frozen=True)
class Area:
    """Where an address lies. ``decile`` of deprivation: 1 (most deprived) to 10. Empty and None: not known."""

    ward: str = ""
    decile: int | None = None


NOWHERE = Area()


@dataclass(frozen=True)
class Question:
    """One wording of one question. A new wording, order or place is a new version, and so a new series."""

    id: str
    version: int
    scale: Scale

    @property
    def series(self) -> str:
        """Return the name that roll-ups use, for example ``page-useful/1``."""
        return f"{self.id}/{self.version}"

    @property
    def all_series(self) -> tuple[str, ...]:
        """Return the names of all versions up to this one: each a series of its own, never added up with another."""
        return tuple(f"{self.id}/{version}" for version in range(1, self.version + 1))


@dataclass(frozen=True)
class Rating:
    """A rating as the store took it. An empty ``id`` means that it could not be stored."""

    id: str
    value: int
    standing: str
    subject: Subject
    question: Question
    locale: str
    channel: str = "web"


@dataclass(frozen=True)
class PublishedAction:
    """One row of "You said, we did", ready to be read. ``language`` is that of its words (WCAG 3.1.2).

    Title, address and language of the page are empty where there is none or it is not live.
    """

    language: str
    said: str
    did: str
    state: str
    state_label: str
    reason: str
    evidence: str
    published_on: date
    page_title: str = ""
    page_url: str = ""
    page_language: str = ""
    #: Per cent who found the page useful before and after; None unless the answers leave no doubt.
    effect: tuple[int, int] | None = None
