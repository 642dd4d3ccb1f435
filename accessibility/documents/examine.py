"""Inside the sealed process: tell the format, open the file, run its checks, and never keep silent about a crash."""

import hashlib
from contextlib import AbstractContextManager
from typing import Any

from accessibility.documents.base import Kind, Profile, Refused, Report
from accessibility.documents.registry import checks_for
from accessibility.documents.sniff import identify


def examine(data: bytes, profile: Profile) -> Report:
    """Return the report on the bytes of one file. Any exception becomes an ``error``: never a pass by accident."""
    digest = hashlib.sha256(data).hexdigest()
    kind = None
    try:
        kind = identify(data)
        return _report(data, kind, profile, digest)
    except Refused as refusal:
        return Report(kind=kind, sha256=digest, error=refusal.code)
    except MemoryError:
        return Report(kind=kind, sha256=digest, error="memory")
    except Exception:  # noqa: BLE001 - a crash of any check is an answer that the author must see
        return Report(kind=kind, sha256=digest, error="internal_error")


def inspect(data: bytes) -> Report:
    """Return only the format and what makes the file unsafe, for the intake."""
    try:
        kind = identify(data)
        with _open(data, kind) as opened:
            return Report(kind=kind, unsafe=tuple(sorted(opened.dangers())))
    except Refused as refusal:
        return Report(error=refusal.code)
    except Exception:  # noqa: BLE001 - a crash of reading the file is an answer too
        return Report(error="damaged")


def _report(data: bytes, kind: Kind, profile: Profile, digest: str) -> Report:
    """Open the file and run what the profile asks for."""
    if profile is not Profile.WCAG and kind is not Kind.PDF:
        raise Refused("not_a_pdf")
    with _open(data, kind) as opened:
        checks = checks_for(kind) if profile is Profile.WCAG else ()
        findings = [finding for check in checks for finding in check.run(opened)]
        left_out: set[str] = set()
        if kind is Kind.PDF:
            from accessibility.documents.pdf.profiles import complete

            findings = list(complete(data, opened, findings, profile))
            left_out = opened.left_out
        ours = {rule for check in checks for rule in check.rules} - left_out
        return Report(
            kind=kind,
            findings=tuple(sorted(findings, key=lambda finding: (finding.rule, finding.clause))),
            checked=tuple(sorted(ours | _by_engine(kind, profile))),
            pages_checked=opened.pages_checked,
            pages_total=opened.pages_total,
            producer=opened.producer,
            sha256=digest,
            unsafe=tuple(sorted(opened.dangers())),
        )


def _by_engine(kind: Kind, profile: Profile) -> set[str]:
    """Return the rules that the PDF/UA engine looked at for the gate."""
    from accessibility.documents.contrib.page_validation.table import TABLE

    return {rule for rule, _clause in TABLE.values()} if (kind, profile) == (Kind.PDF, Profile.WCAG) else set()


class PlainTable(AbstractContextManager["PlainTable"]):
    """Comma-separated values: one part, nothing to open and nothing to fear."""

    pages_checked = pages_total = 1
    producer = ""

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def dangers(self) -> set[str]:
        """Return none: plain text runs nothing."""
        return set()


def _open(data: bytes, kind: Kind) -> Any:
    """Return the opened file as a context manager; each format has a class with the same few properties."""
    if kind is Kind.PDF:
        from accessibility.documents.pdf.opened import OpenedPdf

        return OpenedPdf(data)
    if kind in (Kind.DOCX, Kind.PPTX, Kind.XLSX):
        from accessibility.documents.ooxml.package import OoxmlPackage

        return OoxmlPackage(data, kind)
    if kind is Kind.CSV:
        return PlainTable()
    from accessibility.documents.odf.package import OdfPackage

    return OdfPackage(data, kind)
