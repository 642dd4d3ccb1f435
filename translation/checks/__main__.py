"""``python -m translation.checks --po FILE --locale L [--glossary FILE]``."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from translation.checks.base import CRITICAL, Finding
from translation.checks.catalogue import CatalogueError, check_catalogue, header_findings, load
from translation.checks.terms import TermsError, read_terms


def rows(path: Path, locale: str, terms: Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield one row a finding, with the keys that the package documents. Raises CatalogueError, TermsError, OSError."""
    glossary = read_terms(terms) if terms else ()
    catalogue = load(path)
    for finding in header_findings(catalogue, locale):
        yield _row(path, finding)
    for found in check_catalogue(catalogue, locale, glossary):
        entry = found.entry
        for finding in found.findings:
            place = {
                "line": max(1, entry.linenum or 0),
                "entry": found.number,
                "context": entry.msgctxt,
                "msgid": entry.msgid,
            }
            yield _row(path, finding, **place)


def _row(path: Path, finding: Finding, **place: Any) -> dict[str, Any]:
    empty = {"line": 0, "entry": 0, "context": None, "msgid": ""}
    said = {"code": finding.code, "severity": finding.severity, "message": finding.message}
    return {"file": str(path), **empty, **place, "form": finding.form, **said}


def main(arguments: list[str] | None = None) -> int:
    """Print the findings and return 0 (nothing critical), 1 (something critical) or 2 (cannot be read)."""
    parser = argparse.ArgumentParser(prog="python -m translation.checks", description="Check a translated PO file.")
    parser.add_argument("--po", required=True, type=Path, metavar="FILE")
    parser.add_argument("--locale", required=True, metavar="L", help="for example ur or zh-hans")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="CSV with english, rule and text")
    given = parser.parse_args(arguments)
    worst = 0
    try:
        for row in rows(given.po, given.locale, given.glossary):
            print(json.dumps(row, ensure_ascii=False))
            worst = max(worst, int(row["severity"] == CRITICAL))
    except (CatalogueError, TermsError, OSError) as error:
        finding = Finding("unreadable", "%(reason)s", {"reason": _reason(error)})
        print(json.dumps(_row(given.po, finding, line=getattr(error, "line", None) or 0), ensure_ascii=False))
        print(_reason(error), file=sys.stderr)
        return 2
    return worst


def _reason(error: Exception) -> str:
    return f"{error.filename}: {error.strerror}." if isinstance(error, OSError) else str(error)


if __name__ == "__main__":
    sys.exit(main())
