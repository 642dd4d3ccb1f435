"""Which entries of a directory a reader asked for: words, answers, open now. A plain GET form asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.http import QueryDict

from core.services import public
from services.listing import truly_translated

#: Letters of the words asked for: enough for any name and place.
MOST_WORDS = 100


@dataclass(frozen=True)
class Facet:
    """A question with its answers, each ticked or not."""

    name: str
    key: str
    options: list[dict[str, Any]]


@dataclass(frozen=True)
class Search:
    """What was asked. Answers to one question widen the list, answers to different questions narrow it."""

    words: str
    open_now: bool
    facets: list[Facet]

    @classmethod
    def of(cls, asked: QueryDict, stream: Any) -> "Search":
        """Read the address; what the directory does not know is left out."""
        facets = [_facet(f"f{number}", block.value, asked) for number, block in enumerate(stream, 1)]
        return cls(asked.get("q", "").strip()[:MOST_WORDS], asked.get("open") == "now", facets)

    @property
    def ticked(self) -> list[set[str]]:
        """The answers ticked, a set for each question that has any."""
        sets = ({option["key"] for option in facet.options if option["ticked"]} for facet in self.facets)
        return [keys for keys in sets if keys]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was asked."""
        return not (self.words or self.open_now or self.ticked)

    @property
    def addresses(self) -> Mapping[str, str]:
        """``page_url``: the address of this search that ends where a page number goes."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [("open", "now")] if self.open_now else []
        pairs += [(each.key, option["key"]) for each in self.facets for option in each.options if option["ticked"]]
        return {"page_url": f"?{urlencode([*pairs, ('page', '')])}"}


def found_entries(directory: Any, search: Search) -> list[Any]:
    """Return the live, public entries that fit, by title. One query, whatever is asked."""
    # By name: the model of the directory imports what this module serves.
    pages = public(apps.get_model("services", "DirectoryEntryPage").objects.child_of(directory).live())
    entries = truly_translated(pages).select_related("locale").order_by("title")
    return [entry for entry in entries if _fits(entry, search)]


def _fits(entry: Any, search: Search) -> bool:
    if not all(keys & set(entry.facet_keys) for keys in search.ticked):
        return False
    if search.open_now and not (entry.state and entry.state.is_open):
        return False
    text = f"{entry.title} {entry.summary} {entry.extra_search_text}".lower()
    return all(word in text for word in search.words.lower().split())


def _facet(key: str, value: Any, asked: QueryDict) -> Facet:
    ticked = set(asked.getlist(key))
    options = [
        {"key": option["key"], "label": option["label"], "ticked": option["key"] in ticked}
        for option in value["options"]
    ]
    return Facet(value["name"], key, options)
