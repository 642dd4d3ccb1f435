"""Who would be missing if a survey were drawn now: worked out when something changed, and remembered until then."""

import hashlib
import json
from typing import cast

from django.core.cache import cache
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Count, Max

from insight.models import PanelSurvey
from insight.panel.city import city
from insight.panel.sample import City, Short, draw
from insight.panel.work import confirmed, members_of, profile_of, seed_of

KEPT_SECONDS = 24 * 3_600


def missing(survey: PanelSurvey) -> tuple[Short, ...]:
    """Return the groups that are short. What is remembered are counts of groups, nothing that a member told."""
    groups = city()

    def drawn() -> tuple[Short, ...]:
        profiles = [profile for member in members_of(survey) if (profile := profile_of(member)) is not None]
        return draw(profiles, groups, survey.size, seed_of(survey)).short

    return cast("tuple[Short, ...]", cache.get_or_set(_name(survey, groups), drawn, KEPT_SECONDS))


def _name(survey: PanelSurvey, groups: City) -> str:
    """Return a name that changes with whatever the draw depends on.

    A member who joins, or tells something else, moves a date; one who leaves lowers the count. Reading dates takes the
    database a few milliseconds, reading ten thousand sealed rows took 300.
    """
    members = confirmed(survey).order_by().aggregate(n=Count("pk"), joined=Max("confirmed_at"), told=Max("told_at"))
    parts = json.dumps([seed_of(survey), survey.youth, survey.size, groups, members], cls=DjangoJSONEncoder)
    return f"insight:panel:{hashlib.sha256(parts.encode()).hexdigest()}"
