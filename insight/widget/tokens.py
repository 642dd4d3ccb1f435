"""Signed values that travel through a resident's browser: no state with us, nothing on their device.

A token is a signed JSON object with its time. It proves where an answer comes from; without it the answer is
kept and marked ``suspect``, never refused.
"""

import time
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from core.services import UnsealError, seal, unseal
from insight.questions import FORM_END, PAGE_USEFUL
from insight.types import NOWHERE, Area

HOUR = 3_600
#: A page may stay in a cache this long, so the proof inside it has to be good as long.
RENDER_AGE = 7 * 24 * HOUR
RATING_AGE = HOUR
#: A confirmation page may be answered for a month.
FORM_END_AGE = 30 * 24 * HOUR
_WARD, _DECILE = "insight.form-end.ward:", "insight.form-end.decile:"


def render_proof(page: str, revision: int | None) -> str:
    """Return the proof that we drew this page, with the wording of today.

    The time is the full hour: a page keeps its bytes for that long.
    """
    content = {"p": page, "v": revision or 0, "q": PAGE_USEFUL.version}
    return _sign("render", content, now=int(time.time()) // HOUR * HOUR)


def read_render_proof(token: str) -> dict[str, Any] | None:
    """Return ``p`` (page), ``v`` (its revision) and ``q`` (version of the question).

    None for a token that is missing, old or altered.
    """
    age = getattr(settings, "WAYMARK_FEEDBACK_PROOF_SECONDS", RENDER_AGE)
    return _read("render", token, age)


def rating_token(rating_id: str) -> str:
    """Return what lets the next page add a comment to this rating, for one hour."""
    return _sign("rating", {"r": rating_id})


def read_rating_token(token: str) -> str:
    """Return the rating's id, or an empty string."""
    content = _read("rating", token, RATING_AGE)
    return str(content["r"]) if content else ""


@dataclass(frozen=True)
class FinishedForm:
    """What was finished, which way, and the single-use number that makes its rating ``verified``."""

    ref: str
    once: str
    service: str = ""
    channel: str = "web"
    question: str = FORM_END.series
    area: Area = NOWHERE


def form_end_proof(form_ref: str, token: str, service: str = "", channel: str = "web", area: Area = NOWHERE) -> str:
    """Return the proof of one finished form. ``token`` is anything that is unique to it; only its HMAC leaves us.

    Where its owner lives travels sealed: who gets hold of the page reads nothing about that.
    """
    once = salted_hmac("insight.form-end", f"{form_ref}\x1f{token}", algorithm="sha256").hexdigest()[:32]
    content = {"f": form_ref, "n": once, "s": service, "c": channel, "q": FORM_END.version}
    if area.ward:
        content["w"] = _sealed(area.ward, _WARD + once)
    if area.decile:
        content["d"] = _sealed(f"{area.decile:02}", _DECILE + once)
    return _sign("form-end", content)


def read_form_end_proof(token: str) -> FinishedForm | None:
    """Return what the proof says, or None."""
    content = _read("form-end", token, FORM_END_AGE)
    if content is None:
        return None
    return FinishedForm(
        ref=str(content["f"]),
        once=str(content["n"]),
        service=str(content.get("s", "")),
        channel=str(content.get("c", "web")),
        question=f"{FORM_END.id}/{content.get('q', 1)}",
        area=_area(content),
    )


def _area(content: dict[str, Any]) -> Area:
    once = str(content["n"])
    decile = _opened(content.get("d", ""), _DECILE + once)
    return Area(_opened(content.get("w", ""), _WARD + once), int(decile) if decile else None)


def _sealed(text: str, context: str) -> str:
    return b64encode(seal(text.encode(), context=context)).decode()


def _opened(sealed: str, context: str) -> str:
    """Return what was sealed; empty where there is nothing, or its key is gone."""
    try:
        return unseal(b64decode(sealed), context=context).decode()
    except (UnsealError, ValueError):
        return ""


def _sign(purpose: str, content: dict[str, Any], now: int | None = None) -> str:
    signer = signing.Signer(salt=f"insight.{purpose}")
    return signer.sign_object({**content, "t": int(time.time()) if now is None else now})


def _read(purpose: str, token: str, seconds: int) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = signing.Signer(salt=f"insight.{purpose}").unsign_object(token)
        age = time.time() - int(content["t"])
    except (signing.BadSignature, ValueError, KeyError, TypeError):
        return None
    return content if -60 <= age <= seconds else None
