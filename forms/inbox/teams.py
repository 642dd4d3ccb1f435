"""A team with requests is not deleted: they would be nobody's. Nor is one whose forms bring new ones."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.models import Team
from forms.models import EscalationRule, FormPage, Submission


def keep_teams_with_cases(request: HttpRequest, instances: Iterable[Any]) -> HttpResponseRedirect | None:
    """Refuse before Wagtail deletes, and lead to what must be moved first."""
    for team in (row for row in instances if isinstance(row, Team)):
        looked_after = Submission.objects.filter(Q(team=team) | Q(escalated_to=team)).exists()
        if looked_after or EscalationRule.objects.filter(to_team=team).exists():
            words = _(
                "“%(name)s” still has requests, or a rule tells it of some. Move them to another team first,"
                " here in the list of requests, then delete it."
            )
            address = f"{reverse('onlineforms_inbox:index')}?team={team.pk}&state=all"
            return _refuse(request, words % {"name": team.name}, address)
        form = FormPage.objects.filter(owning_team=team, live=True).first()
        if form:
            words = _("“%(name)s” looks after this form: its requests would be nobody's. Choose another team first.")
            return _refuse(request, words % {"name": team.name}, reverse("wagtailadmin_pages:edit", args=[form.pk]))
    return None


def _refuse(request: HttpRequest, words: str, address: str) -> HttpResponseRedirect:
    messages.error(request, words)
    return HttpResponseRedirect(address)
