"""Which mends the report offers beside a problem: only what this format, this finding and this place allow."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accessibility.documents.base import Kind
from accessibility.documents.mends import Asks, Mend, Wish, mends_for
from accessibility.documents.places import describe
from accessibility.documents.words import is_poor_title
from accessibility.models import DocumentFinding

#: What council documents are written in; English as it is written here comes first.
LANGUAGES = {
    "en-GB": "English (UK)", "cy": "Cymraeg", "ar": "العربية", "bn": "বাংলা", "zh-Hans": "简体中文", "fr": "Français",
    "gu": "ગુજરાતી", "pl": "Polski", "pt": "Português", "pa": "ਪੰਜਾਬੀ", "ro": "Română", "es": "Español", "ta": "தமிழ்",
    "tr": "Türkçe", "ur": "اردو",
}  # fmt: skip


@dataclass(frozen=True)
class Typed:
    """A press that could not be done as typed, and why."""

    wish: Wish
    error: str


@dataclass(frozen=True)
class Offer:
    """A button, with the field that it needs. ``error`` says why the last press did nothing."""

    wish: Wish
    label: str
    asks: Asks
    where: str
    error: str = ""

    @property
    def key(self) -> str:
        """Return what tells this offer from others on the page."""
        return f"{self.wish.mend}-{self.wish.rule}-{self.wish.spot}"


def offers_for(row: DocumentFinding, kind: Kind, title: str, typed: Typed | None) -> Iterator[Offer]:
    """Yield the offers for one finding. ``title`` is the document's own on the website: a good first guess."""
    for mend in mends_for(kind, row.rule):
        spots = [spot for spot, place in enumerate(row.locations) if mend.allows(place)]
        if not mend.each:
            spots = [0] if spots or not row.locations else []
        for spot in spots:
            yield _offer(row, mend, spot, title, typed)


def _offer(row: DocumentFinding, mend: Mend, spot: int, title: str, typed: Typed | None) -> Offer:
    """Return one offer with what the author typed before, else with a first guess."""
    place = row.locations[spot] if mend.each else {}
    if typed and typed.wish == Wish(mend.id, row.rule, spot, typed.wish.text):
        return Offer(typed.wish, _(mend.label), mend.asks, describe(place), typed.error)
    guess = ""
    if mend.asks is Asks.TITLE:
        guess = row.parameters.get("title", "")
        guess = title if not guess or is_poor_title(guess) else guess
    return Offer(Wish(mend.id, row.rule, spot, guess), _(mend.label), mend.asks, describe(place))
