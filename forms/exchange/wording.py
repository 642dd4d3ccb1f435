"""Error texts for questions that come without: the author sees them in the editor and makes them better."""

from typing import Any

from django.utils.translation import gettext as _

CHOOSE = frozenset({"radios", "select", "checkboxes", "yes_no"})


def with_errors(question: dict[str, Any]) -> dict[str, Any]:
    """Return the question with an error text for an empty and for a wrong answer where it has none."""
    label = {"label": question["label"][:140]}
    if not question.get("error_missing"):
        question["error_missing"] = _missing(question["kind"]) % label
    if not question.get("error_invalid"):
        question["error_invalid"] = _wrong(question["kind"])
    return question


def _missing(kind: str) -> str:
    if kind in CHOOSE:
        return _("Choose an answer to “%(label)s”.")
    if kind == "file":
        return _("Choose a file for “%(label)s”.")
    if kind == "declaration":
        return _("Tick the box to agree: “%(label)s”.")
    return _("Enter an answer to “%(label)s”.")


def _wrong(kind: str) -> str:
    words = {
        "email": _("Enter an email address, such as name@example.org."),
        "phone": _("Enter a phone number, such as 01632 960 001."),
        "number": _("Enter a number, such as 18."),
        "money": _("Enter an amount in pounds, such as 12.50."),
        "ni_number": _("Enter a National Insurance number, such as QQ 12 34 56 C."),
        "file": _("Send a JPG, PNG or PDF file."),
        "date": _("Enter a real date, such as 27 3 2026."),
        "month": _("Enter a month and a year, such as 3 2026."),
    }
    return words.get(kind, "")
