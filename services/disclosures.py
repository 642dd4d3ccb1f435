"""Finding answers in a disclosure log: words, topic and year, from a plain GET form."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Q
from django.http import QueryDict

from core.services import public
from services.listing import truly_translated

#: Letters of the words that are looked for, and how many words.
MOST_LETTERS, MOST_WORDS = 100, 8


@dataclass(frozen=True)
class DisclosureSearch:
    """What was asked; what the log does not have is left out. ``year`` is empty or four digits."""

    index: Any
    words: str
    topic: str
    year: str
    topics: list[str]
    years: list[str]

    @classmethod
    def of(cls, index: Any, asked: QueryDict) -> "DisclosureSearch":
        """Read the address. Two queries."""
        answers = _answers(index)
        topics = list(dict.fromkeys(answers.exclude(topic="").order_by("topic").values_list("topic", flat=True)))
        years = [str(day.year) for day in answers.dates("answered_on", "year", order="DESC")]
        topic, year = asked.get("topic", ""), asked.get("year", "")
        return cls(
            index,
            asked.get("q", "").strip()[:MOST_LETTERS],
            topic if topic in topics else "",
            year if year in years else "",
            topics,
            years,
        )

    @property
    def page_url(self) -> str:
        """The address of this search that ends where a page number goes."""
        asked = {"q": self.words, "topic": self.topic, "year": self.year}
        return f"?{urlencode({**{name: value for name, value in asked.items() if value}, 'page': ''})}"

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was asked."""
        return not (self.words or self.topic or self.year)

    def found(self) -> Any:
        """Return the answers that fit as a queryset, newest first: every word is in one of their texts."""
        rows = _answers(self.index).select_related("locale").order_by("-answered_on", "-pk")
        if self.topic:
            rows = rows.filter(topic=self.topic)
        if self.year:
            rows = rows.filter(answered_on__year=int(self.year))
        for word in self.words.split()[:MOST_WORDS]:
            places = [Q(**{f"{name}__icontains": word}) for name in ("title", "summary", "question", "reference")]
            rows = rows.filter(Q(*places, _connector=Q.OR))
        return rows


def _answers(index: Any) -> Any:
    pages = apps.get_model("services", "FoiResponsePage").objects.child_of(index)
    return truly_translated(public(pages.live()))
