"""What a new request gets besides its answers: who looks after it, and which property it is about."""

import re
from collections.abc import Mapping
from typing import Any

from core.services import UnsealError, keyed_hash, record_event
from forms.engine import Answers, Schema
from forms.models import Submission
from insight.services import ward_of

#: A UPRN (unique property reference number) has up to 12 digits.
UPRN = re.compile(r"[0-9]{1,12}")


def file_case(submission: Submission, schema: Schema, answers: Answers) -> None:
    """Set team and place of a request that is about to be stored."""
    form = submission.version.form
    submission.team_id = form.owning_team_id if form else None
    submission.place_hash = place_hash(_address(schema, answers)) or None


def team_address(submission: Submission) -> str:
    """Return where to write to those who look after a request now; empty where nobody does.

    That is its team; without one, the team that owned the form when it was published.
    """
    if submission.team:
        return submission.team.email
    team = submission.version.schema["team"]
    return str(team["email"]) if team else ""


def ward_of_case(submission: Submission) -> str:
    """Return the ward of the address that a request is about; empty where it is not known or not kept any more."""
    try:
        answers = submission.open_content().get("answers", {})
    except UnsealError:
        return ""
    return ward_of(str(_address(submission.version.compiled, answers).get("postcode") or ""))


def _address(schema: Schema, answers: Answers) -> Mapping[str, Any]:
    question = schema.mapped("address")
    answer = answers.get(question.key) if question else None
    return answer if isinstance(answer, dict) else {}


def place_hash(address: Mapping[str, Any]) -> str:
    """Return the keyed hash of a property: of its UPRN where the address has one, else of building and postcode."""
    uprn = str(address.get("uprn") or "").strip()
    if UPRN.fullmatch(uprn):
        return keyed_hash(f"uprn:{int(uprn)}", purpose="forms.place")
    parts = [tidy(str(address.get(part) or "")) for part in ("line_1", "line_2", "postcode")]
    if not parts[0] or not parts[2]:
        return ""
    return keyed_hash("address:" + "|".join((f"{parts[0]} {parts[1]}".strip(), parts[2])), purpose="forms.place")


def tidy(text: str) -> str:
    """Return the words of a line in small letters, in one spelling of the usual short forms."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(SHORT.get(word, word) for word in words)


#: Short forms that people write; both spellings are one property.
SHORT = {"rd": "road", "st": "street", "ave": "avenue", "ln": "lane", "cl": "close", "dr": "drive", "apt": "flat"}


def note_adviser(submission: Submission) -> None:
    """Write down who filled a form in for somebody else, and how they talked."""
    if submission.staff and not submission.is_test:
        record_event(
            verb="submission.assisted", obj=submission, actor=submission.staff, channel=str(submission.channel)
        )
