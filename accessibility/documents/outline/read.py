"""Inside the sealed process: the outline of one file, or why there is none."""

from typing import Any

from accessibility.documents.base import Kind, Refused
from accessibility.documents.sniff import identify


def outline(data: bytes) -> dict[str, Any]:
    """Return ``{"kind", "title", "rows"}``, or ``{"error": code}``: any exception is an answer."""
    try:
        return _read(data)
    except Refused as refusal:
        return {"error": refusal.code}
    except MemoryError:
        return {"error": "memory"}
    except Exception:  # noqa: BLE001 - a crash on a hostile file is an answer that the author must see
        return {"error": "internal_error"}


def _read(data: bytes) -> dict[str, Any]:
    kind = identify(data)
    if kind is Kind.PDF:
        from accessibility.documents.outline import pdf
        from accessibility.documents.pdf.opened import OpenedPdf

        with OpenedPdf(data) as file:
            return {"kind": kind.value, "title": "", "rows": pdf.rows_of(file)}
    if kind is Kind.DOCX:
        from accessibility.documents.ooxml.package import OoxmlPackage
        from accessibility.documents.outline import word

        with OoxmlPackage(data, kind) as package:
            return {"kind": kind.value, "title": package.title[:200], "rows": word.rows_of(package)}
    raise Refused("no_form_format")
