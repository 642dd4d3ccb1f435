"""Rules that bring an open request before another team, by themselves and once."""

from datetime import date, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.services import due_on, is_working_day, queue_message, record_event
from forms.models import Escalation, EscalationRule, FormVersion, Submission
from forms.models.submission import OPEN

#: So many of a rule in one run: the job gives way to others.
AT_ONCE = 200
ONE_DAY = timedelta(days=1)


def escalate() -> int:
    """Apply the rules in use and return how many requests a team was told of."""
    today = timezone.localdate()
    rules = EscalationRule.objects.filter(enabled=True).select_related("to_team", "form")
    return sum(_tell(rule, case) for rule in rules for case in list(_due(rule, today)[:AT_ONCE]))


def latest_due(days: int, today: date) -> date:
    """Return the latest promised day for which a rule of ``days`` working days is due on ``today``."""
    if days <= 0:
        return due_on(-days, today) if days or is_working_day(today) else today
    day = today
    while due_on(days, day) > today:
        day -= ONE_DAY
    return day


def _due(rule: EscalationRule, today: date) -> QuerySet[Submission]:
    rows = Submission.objects.filter(OPEN, due_on__lte=latest_due(rule.days, today), erased_at=None)
    rows = rows.exclude(pk__in=Escalation.objects.filter(rule=rule).values("submission"))
    if rule.team_id:
        rows = rows.filter(team=rule.team_id)
    if rule.form:
        rows = rows.filter(version__in=FormVersion.objects.filter(form__translation_key=rule.form.translation_key))
    return rows.order_by("due_on", "pk")


@transaction.atomic
def _tell(rule: EscalationRule, case: Submission) -> bool:
    """Let the team see the request and write to it; False when another worker did."""
    try:
        with transaction.atomic():
            row = Escalation.objects.create(rule=rule, submission=case)
    except IntegrityError:
        return False
    Submission.objects.filter(pk=case.pk).update(escalated_to=rule.to_team)
    record_event(verb="submission.escalate", obj=case)
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("onlineforms_inbox:read", args=[case.pk])
        facts = {"submission": case, "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}"}
        queue_message(
            channel="mail",
            to=rule.to_team.email,
            subject=_("Request %(reference)s needs a look") % {"reference": case.reference},
            body=render_to_string("emails/forms/escalated.txt.jinja", facts),
            idempotency_key=f"forms.escalation:{row.pk}:{case.pk}",
        )
    return True
