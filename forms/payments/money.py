"""How much is due, by the rule of the form's version alone, and how amounts are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from forms.engine import Schema, on_path, path
from forms.models import Draft


@dataclass(frozen=True)
class Due:
    """Something to pay: pence, the key of the account, and what for."""

    amount: int
    account: str
    description: str


class NoAmountError(ValueError):
    """An amount that cannot be worked out from the answers: nobody may send the form for nothing."""


def due_of(schema: Schema, answers: Mapping[str, Any]) -> Due | None:
    """Return what the answers (on the path, with results) must be paid for, or None for nothing. NoAmountError.

    Several payments on the path are one payment: into the account and with the words of the first.
    """
    asked = [question for step in path(schema, answers) for question in step.questions if question.kind == "payment"]
    amounts = [_pence(answers.get(question.key)) for question in asked]
    total = sum(amounts)
    if not total:
        return None
    first = next(question for question, amount in zip(asked, amounts, strict=True) if amount)
    return Due(total, str(first.limits.get("account", "")), f"{schema.facts['title']}: {first.label}"[:200])


def due_for(draft: Draft) -> Due | None:
    """Return what is due for a draft as it stands; an author's trial costs nothing. NoAmountError."""
    if draft.version.is_test:
        return None
    schema = draft.version.compiled
    return due_of(schema, on_path(schema, draft.answers_in(draft.open_content())))


def in_pounds(pence: int) -> str:
    """Return an amount as people write it: £25 or £12.50."""
    return f"£{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")


def _pence(answer: Any) -> int:
    """Return a worked out amount in pence. NoAmountError for none and for less than nothing."""
    if not isinstance(answer, str) or not answer:
        raise NoAmountError
    pence = Decimal(answer) * 100
    if pence < 0 or pence != pence.to_integral_value():
        raise NoAmountError
    return int(pence)
