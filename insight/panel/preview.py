"""Who would be missing if a survey were drawn now: worked out when something changed, and remembered until then."""

import hashlib
import json
from typing import cast

from django.core.cache import cache

from insight.models import PanelMember, PanelSurvey
from insight.panel.city import city
from insight.panel.sample import Short, draw
from insight.panel.work import confirmed, profile_of, seed_of

KEPT_SECONDS = 24 * 3_600


def missing(survey: PanelSurvey) -> tuple[Short, ...]:
    """Return the groups that are short. What is remembered are counts; it is asked for by a digest of sealed rows."""
    rows = list(confirmed(survey).values_list("pk", "sealed"))
    groups = city()
    digest = hashlib.sha256(json.dumps([seed_of(survey), survey.size, groups]).encode())
    for pk, sealed in rows:
        digest.update(pk.bytes + bytes(sealed))

    def drawn() -> tuple[Short, ...]:
        members = (PanelMember(pk=pk, sealed=sealed) for pk, sealed in rows)
        profiles = [profile for member in members if (profile := profile_of(member)) is not None]
        return draw(profiles, groups, survey.size, seed_of(survey)).short

    return cast("tuple[Short, ...]", cache.get_or_set(f"insight:panel:{digest.hexdigest()}", drawn, KEPT_SECONDS))
