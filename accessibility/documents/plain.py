"""Answers of the checker as lines and rows for people and spreadsheets. Knows no Django."""

from collections import Counter
from typing import Any

HEAD = ("file", "verdict", "format", "must be mended", "should be mended", "questions", "rules", "pages", "error")


def lines_of(name: str, answer: dict[str, Any]) -> list[str]:
    """Return one answer (see :func:`accessibility.documents.verdict.as_contract`) in plain lines."""
    if "error" in answer:
        return [f"{name}: could not be checked ({answer['error']})"]
    rows = [
        f"  [{row['severity']}] {row.get('sc', '')} {row['message']} {row.get('fix', '')}"
        for row in answer["violations"]
    ]
    return [f"{name}: {answer['verdict']}", *rows]


def row_of(name: str, answer: dict[str, Any]) -> tuple[object, ...]:
    """Return one answer as a row under :data:`HEAD`; the rules are those that are broken, worst first."""
    if "error" in answer:
        return (name, "could_not_check", "", "", "", "", "", "", answer["error"])
    counted = Counter(row["severity"] for row in answer["violations"])
    rules = sorted({(row["severity"], row["rule"]) for row in answer["violations"]})
    return (
        name,
        answer["verdict"],
        answer["format"],
        counted["B"],
        counted["W"],
        len(answer["questions"]),
        " ".join(rule for _severity, rule in rules),
        answer["pages_total"],
        "",
    )
