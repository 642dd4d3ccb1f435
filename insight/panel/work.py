"""What staff do with a survey: invite, publish, tell; and what the daily job does with members."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.services import UnsealError, queue_message
from insight.models import PanelInvitation, PanelMember, PanelSurvey
from insight.panel import links
from insight.panel.city import city
from insight.panel.results import results
from insight.panel.sample import Sample, draw

UNCONFIRMED, SILENT = timedelta(days=7), timedelta(days=730)


def invite(survey: PanelSurvey) -> Sample:
    """Draw the survey's members, keep an invitation for each and queue its message; nobody is asked twice."""
    members = [(member, profile) for member in members_of(survey) if (profile := profile_of(member)) is not None]
    sample = draw([profile for _member, profile in members], city(), survey.size, seed_of(survey))
    with transaction.atomic():
        for at in sample.chosen:
            row, new = PanelInvitation.objects.get_or_create(survey=survey, member=members[at][0])
            if new:
                _ask(row)
        survey.invited_at = timezone.now()
        survey.save(update_fields=["invited_at"])
    return sample


@transaction.atomic
def publish(survey: PanelSurvey) -> None:
    """Make the results, and empty every single answer: from then on only the table is left."""
    rows = survey.invitations.exclude(answered_at=None).select_related("member")
    answered = [(answers, profile_of(row.member) or {}) for row in rows if (answers := answers_of(row)) is not None]
    questions = [(str(question.pk), question.text, question.choices) for question in survey.questions.all()]
    survey.results = results(questions, answered, city())
    survey.published_on = timezone.localdate()
    survey.save(update_fields=["results", "published_on"])
    survey.invitations.update(sealed=b"")


@transaction.atomic
def tell(survey: PanelSurvey) -> int:
    """Tell everybody who was invited what came of it, once; return how many."""
    rows = list(survey.invitations.select_related("member"))
    for row in rows:
        with override(row.member.locale):
            body = [
                _("You were asked in our survey “%(title)s”. This is what came of it.") % {"title": survey.title},
                survey.outcome,
                _("The results: %(link)s") % {"link": address("panel_results")},
            ]
            _send(row.member, _("What came of our survey"), body, f"insight.panel.told:{row.pk}")
    survey.told_at = timezone.now()
    survey.save(update_fields=["told_at"])
    return len(rows)


def retain(now: datetime | None = None) -> int:
    """Delete who never confirmed, and who has been silent for two years; return how many."""
    moment = now or timezone.now()
    never = PanelMember.objects.filter(confirmed_at=None, created_at__lt=moment - UNCONFIRMED)
    silent = PanelMember.objects.filter(seen_at__lt=moment - SILENT)
    count = never.count() + silent.exclude(pk__in=never.values("pk")).count()
    never.delete()
    silent.delete()
    return count


def ask_to_confirm(member: PanelMember) -> None:
    """Send the link that proves that the address is the member's own."""
    with override(member.locale):
        body = [
            _("Somebody asked to join our Residents' Panel with this address. If it was you, confirm it here:"),
            address("panel_confirm", links.sign("confirm", member.pk)),
            _("If it was not you, do nothing. We delete the address in 7 days."),
        ]
        key = f"insight.panel.confirm:{member.pk}:{timezone.localdate()}"
        _send(member, _("Confirm that you want to join the Residents' Panel"), body, key)


def address(name: str, *args: Any) -> str:
    """Return a whole address of the panel, in the active language."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(f'insight:{name}', args=args)}"


def _ask(row: PanelInvitation) -> None:
    with override(row.member.locale):
        body = [
            _("We would like to hear what you think: %(title)s") % {"title": row.survey.title},
            row.survey.intro,
            address("panel_survey", links.sign("survey", row.pk)),
            _("You can leave the panel at any time: %(link)s")
            % {"link": address("panel_leave", links.sign("leave", row.member.pk))},
        ]
        _send(row.member, _("A survey of our Residents' Panel"), body, f"insight.panel.ask:{row.pk}")


def _send(member: PanelMember, subject: str, body: list[str], key: str) -> None:
    try:
        email = member.opened()["email"]
    except UnsealError:
        return
    queue_message(channel="mail", to=email, subject=subject, body="\n\n".join(body), idempotency_key=key)


def members_of(survey: PanelSurvey) -> list[PanelMember]:
    """Return the confirmed members of the panel that the survey is for."""
    return list(confirmed(survey))


def confirmed(survey: PanelSurvey) -> QuerySet[PanelMember]:
    """Return the same as a query, in the order in which they are drawn from."""
    return PanelMember.objects.filter(youth=survey.youth).exclude(confirmed_at=None).order_by("pk")


def seed_of(survey: PanelSurvey) -> str:
    """Return what makes the survey's draw the same whenever it is repeated."""
    return f"survey {survey.pk}"


def answers_of(row: PanelInvitation) -> dict[str, str] | None:
    """Return what a member answered; None where it cannot be opened any more: one lost key stops no survey."""
    try:
        return row.opened()
    except UnsealError:
        return None


def profile_of(member: PanelMember) -> dict[str, str] | None:
    """Return what a member told about themselves; None where it cannot be opened any more."""
    try:
        profile: dict[str, str] = member.opened()["profile"]
    except UnsealError:
        return None
    return profile
