"""What a new request gets besides its answers: who looks after it, and which property it is about."""

from collections.abc import Mapping
from typing import Any

from core.services import UnsealError, record_event
from forms.delivery.properties import address_hash, place_hash, uprn_hash
from forms.engine import Answers, Schema
from forms.models import Submission
from insight.services import Area, area_of


def file_case(submission: Submission, schema: Schema, answers: Answers) -> None:
    """Set team and place of a request that is about to be stored."""
    form = submission.version.form
    submission.team_id = form.owning_team_id if form else None
    address = _address(schema, answers)
    submission.place_hash = place_hash(address) or None
    # Without a number the address is the place already.
    submission.address_hash = (uprn_hash(address) and address_hash(address)) or None


def team_address(submission: Submission) -> str:
    """Return where to write to those who look after a request now; empty where nobody does.

    That is its team; without one, the team that owned the form when it was published.
    """
    if submission.team:
        return submission.team.email
    team = submission.version.schema["team"]
    return str(team["email"]) if team else ""


def area_of_case(submission: Submission) -> Area:
    """Return where the address lies that a request is about; nowhere if it is not known or not kept any more."""
    try:
        answers = submission.open_content().get("answers", {})
    except UnsealError:
        return Area()
    return area_of(str(_address(submission.version.compiled, answers).get("postcode") or ""))


def _address(schema: Schema, answers: Answers) -> Mapping[str, Any]:
    question = schema.mapped("address")
    answer = answers.get(question.key) if question else None
    return answer if isinstance(answer, dict) else {}


def note_adviser(submission: Submission) -> None:
    """Write down who filled a form in for somebody else, and how they talked."""
    if submission.staff and not submission.is_test:
        record_event(
            verb="submission.assisted", obj=submission, actor=submission.staff, channel=str(submission.channel)
        )
