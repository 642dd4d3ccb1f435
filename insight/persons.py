"""What this room holds under the address of a person who asks for a copy, and how it is forgotten when they ask.

Ratings and comments are not here: nothing joins them to anybody.
"""

from typing import Any

from django.utils.timezone import localtime

from core.services import UnsealError
from insight.models import PanelInvitation, PanelMember, Subscription

UNREADABLE = {"note": "The sealed part of it does not open."}


def panel_of(contact: str) -> list[dict[str, Any]]:
    """Return the membership of the Residents' Panel: profile, dates, and each survey with what was answered."""
    return [
        {
            **_sealed(member),
            "language": member.locale,
            "youth": member.youth,
            "since": localtime(member.created_at).isoformat(),
            "confirmed": member.confirmed_at is not None,
            "surveys": [_survey(row) for row in member.invitations.select_related("survey").order_by("survey_id")],
        }
        for member in PanelMember.objects.filter(email_hash=PanelMember.hash_of(contact))
    ]


def leave_panel(contact: str) -> int:
    """Delete the membership with all that hangs on it, as its own link does; return 1 where there was one."""
    rows = PanelMember.objects.filter(email_hash=PanelMember.hash_of(contact))
    count = rows.count()
    rows.delete()
    return count


def news_of(contact: str) -> list[dict[str, Any]]:
    """Return the pages about which the address asked to hear once."""
    return [
        {
            "address": row.opened(),
            "page": row.page,
            "language": row.locale,
            "since": localtime(row.created_at).isoformat(),
            "confirmed": row.confirmed_at is not None,
        }
        for row in _asked(contact)
    ]


def forget_news(contact: str) -> int:
    """Delete those wishes, and return how many."""
    rows = _asked(contact)
    Subscription.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _asked(contact: str) -> list[Subscription]:
    """Open every row: an address is kept for 90 days at most, without a hash that would let anybody find it sooner."""
    wanted = contact.strip().casefold()
    return [row for row in Subscription.objects.order_by("created_at").iterator() if _address(row) == wanted]


def _address(row: Subscription) -> str | None:
    try:
        return row.opened().strip().casefold()
    except UnsealError:
        return None


def _sealed(member: PanelMember) -> dict[str, Any]:
    try:
        return member.opened()
    except UnsealError:
        return UNREADABLE


def _survey(row: PanelInvitation) -> dict[str, Any]:
    """Return what was asked and answered. Once the results are published, single answers are no longer there."""
    told: dict[str, Any] = {
        "survey": row.survey.title,
        "answered_at": row.answered_at.isoformat() if row.answered_at else None,
    }
    try:
        answers = row.opened()
    except UnsealError:
        return {**told, **UNREADABLE}
    texts = {str(question.pk): question.text for question in row.survey.questions.all()}
    return {**told, "answers": {texts.get(key, key): answer for key, answer in answers.items()}}
