"""Who takes "I need this in another format". The room above that has the form registers it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """``url`` takes a POST with ``about``, and leads to a form that knows the document; ``promise`` says how long."""

    url: str
    about: str
    promise: str


#: Takes the words that name the document; None where there is no such form.
OfferMaker = Callable[[str], Offer | None]
_makers: list[OfferMaker] = []


def register_other_format(maker: OfferMaker) -> None:
    """Let ``maker`` offer another format; a second one is a ValueError, for a resident needs one way."""
    if _makers:
        raise ValueError("Somebody offers other formats already.")
    _makers.append(maker)


def offer_for(about: str) -> Offer | None:
    """Return the offer in the active language."""
    return _makers[0](about) if _makers else None
