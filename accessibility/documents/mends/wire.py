"""Inside the sealed process: make a file, and say in plain data what is new in it or why there is none."""

from typing import Any

from accessibility.documents.base import Refused
from accessibility.documents.mends.base import Wish
from accessibility.documents.mends.registry import apply

#: What a crash is called: it says what did not come out of it.
CRASHED = {"mend": "no_mend", "draw": "no_picture", "page": "no_page"}


def make(verb: str, data: bytes, wish: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return what to tell and the bytes of the new file; any exception becomes an ``error``."""
    try:
        told, made = _VERBS[verb](data, wish)
    except Refused as refusal:
        return {"error": refusal.code}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except Exception:  # noqa: BLE001 - a crash on a hostile file is an answer that the author must see
        return {"error": CRASHED[verb]}, b""
    return {**told, "size": len(made)}, made


def _mend(data: bytes, wish: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return the mended file with the changes."""
    mended = apply(data, Wish(**wish))
    rows = [{"sentence": change.sentence, "parameters": change.parameters} for change in mended.changes]
    return {"changes": rows}, mended.data


def _draw(data: bytes, wish: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return a picture of a page."""
    from accessibility.documents.pdf.picture import draw_page

    left_to_top = [(float(a), float(b), float(c), float(d)) for a, b, c, d in wish["places"]]
    return {}, draw_page(data, int(wish["page"]), left_to_top)


def _page(data: bytes, _wish: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    """Return the blocks of a web page, and the pictures on it one after another."""
    from accessibility.documents.web_page.word import carry

    return carry(data)


_VERBS = {"mend": _mend, "draw": _draw, "page": _page}
