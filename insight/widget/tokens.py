"""Signed values that travel through a resident's browser: no state with us, nothing on their device.

A token is a signed JSON object with its time. It proves where an answer comes from; without it the answer is
kept and marked ``suspect``, never refused.
"""

import time
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

HOUR = 3_600
#: A page may stay in a cache this long, so the proof inside it has to be good as long.
RENDER_AGE = 7 * 24 * HOUR
RATING_AGE = HOUR
#: A confirmation page may be answered for a month.
FORM_END_AGE = 30 * 24 * HOUR


def render_proof(page: str, revision: int | None) -> str:
    """Return the proof that we drew this page. The time is the full hour: a page keeps its bytes for that long."""
    return _sign("render", {"p": page, "v": revision or 0}, now=int(time.time()) // HOUR * HOUR)


def read_render_proof(token: str) -> dict[str, Any] | None:
    """Return ``p`` (page) and ``v`` (its revision), or None for a token that is missing, old or altered."""
    age = getattr(settings, "WAYMARK_FEEDBACK_PROOF_SECONDS", RENDER_AGE)
    return _read("render", token, age)


def rating_token(rating_id: str) -> str:
    """Return what lets the next page add a comment to this rating, for one hour."""
    return _sign("rating", {"r": rating_id})


def read_rating_token(token: str) -> str:
    """Return the rating's id, or an empty string."""
    content = _read("rating", token, RATING_AGE)
    return str(content["r"]) if content else ""


def form_end_proof(form_ref: str, token: str) -> str:
    """Return the proof of one finished form. ``token`` is anything that is unique to it; only its HMAC leaves us."""
    once = salted_hmac("insight.form-end", f"{form_ref}\x1f{token}", algorithm="sha256").hexdigest()[:32]
    return _sign("form-end", {"f": form_ref, "n": once})


def read_form_end_proof(token: str) -> tuple[str, str] | None:
    """Return (form reference, single-use number), or None."""
    content = _read("form-end", token, FORM_END_AGE)
    return (str(content["f"]), str(content["n"])) if content else None


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
