"""What is wrong with a brand's colours, in words that say what to do."""

from collections import defaultdict
from collections.abc import Mapping

from django.utils.translation import gettext as _

from core.brand.contrast import FIXED, PAIRS, UI_RATIO, Pair, contrast, is_colour, luminance


def contrast_errors(colours: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, list[str]]:
    """Return messages by colour name for every pair of the design that is too close to tell apart.

    A message stands at a colour that the council can change: never at white. Text that is no colour is
    skipped, its own field says so.
    """
    errors: dict[str, list[str]] = defaultdict(list)
    for pair in PAIRS:
        front, ground = colours[pair.front], colours[pair.ground]
        if not (is_colour(front) and is_colour(ground)):
            continue
        ratio = contrast(front, ground)
        if ratio < pair.minimum:
            errors[_blamed(pair)[0]].append(_message(pair, colours, labels, ratio))
    return dict(errors)


def _blamed(pair: Pair) -> tuple[str, str]:
    """Return the colour to change first, and the other one."""
    return (pair.ground, pair.front) if pair.front in FIXED else (pair.front, pair.ground)


def _message(pair: Pair, colours: Mapping[str, str], labels: Mapping[str, str], ratio: float) -> str:
    """Return one message that names both colours, what they reach, what is needed and which way to go."""
    values = {
        "front": labels[pair.front],
        "front_code": colours[pair.front],
        "ground": labels[pair.ground],
        "ground_code": colours[pair.ground],
        # Rounded down: 4.49 must not read as 4.5.
        "ratio": f"{int(ratio * 10) / 10:.1f}",
        "minimum": f"{pair.minimum:g}",
    }
    return _sentence(pair, colours) % values


def _sentence(pair: Pair, colours: Mapping[str, str]) -> str:
    """Return the whole sentence for text or for edges, for a darker or a lighter colour."""
    text = pair.minimum > UI_RATIO
    blamed, other = _blamed(pair)
    darker = luminance(colours[blamed]) <= luminance(colours[other])
    if text and darker:
        return _(
            "“%(front)s” (%(front_code)s) on “%(ground)s” (%(ground_code)s) reaches %(ratio)s to 1."
            " Text needs %(minimum)s to 1. Make this colour darker."
        )
    if text:
        return _(
            "“%(front)s” (%(front_code)s) on “%(ground)s” (%(ground_code)s) reaches %(ratio)s to 1."
            " Text needs %(minimum)s to 1. Make this colour lighter."
        )
    if darker:
        return _(
            "“%(front)s” (%(front_code)s) beside “%(ground)s” (%(ground_code)s) reaches %(ratio)s to 1."
            " Edges and rings need %(minimum)s to 1. Make this colour darker."
        )
    return _(
        "“%(front)s” (%(front_code)s) beside “%(ground)s” (%(ground_code)s) reaches %(ratio)s to 1."
        " Edges and rings need %(minimum)s to 1. Make this colour lighter."
    )
