"""A team with requests is not deleted: they would be nobody's."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.models import Team
from forms.models import EscalationRule, Submission


def keep_teams_with_cases(request: HttpRequest, instances: Iterable[Any]) -> HttpResponseRedirect | None:
    """Refuse before Wagtail deletes, and lead to the requests, to move them first."""
    for team in (row for row in instances if isinstance(row, Team)):
        looked_after = Submission.objects.filter(Q(team=team) | Q(escalated_to=team)).exists()
        if looked_after or EscalationRule.objects.filter(to_team=team).exists():
            words = _(
                "“%(name)s” still has requests, or a rule tells it of some. Move them to another team first,"
                " here in the list of requests, then delete it."
            )
            messages.error(request, words % {"name": team.name})
            return HttpResponseRedirect(f"{reverse('onlineforms_inbox:index')}?team={team.pk}&state=all")
    return None
