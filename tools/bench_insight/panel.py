"""The screen of a panel survey with 10,000 members who all told something else: the first view, and the next ones."""

import os
import random
from datetime import timedelta

from tools.bench_insight.figure import under
from tools.bench_insight.scratch import once, percentile, scratch

PROMISED = 300.0
GROUPS = {"ward": 24, "age": 6, "disability": 2, "language": 8, "ethnicity": 6}


def main() -> bool:
    """Print both figures; True when the promise is kept."""
    with scratch() as vendor:
        return measure(vendor, int(os.environ.get("MEMBERS", "10000")))


def measure(vendor: str, members: int) -> bool:
    """Fill a panel and look at its survey."""
    from django.db import transaction
    from django.test import Client
    from django.utils import timezone

    from core.models import User
    from insight.models import PanelGroup, PanelMember, PanelSurvey

    dice = random.Random("panel")  # noqa: S311 - made-up people
    groups = {name: [f"{name} {number}" for number in range(many)] for name, many in GROUPS.items()}
    for name, named in groups.items():
        for at, group in enumerate(named):
            PanelGroup.objects.create(dimension=name, name=group, people=1_000 + 137 * at, source="made up")
    with transaction.atomic():
        for number in range(members):
            row = PanelMember(locale="en", confirmed_at=timezone.now())
            row.keep(f"person{number}@example.org", {name: dice.choice(named) for name, named in groups.items()})
    survey = PanelSurvey.objects.create(
        title="Parks", intro="Parks", size=1_000, closes_on=timezone.localdate() + timedelta(days=9)
    )
    client = Client()
    client.force_login(User.objects.create_superuser("bench", password=None))
    client.get("/admin/insight/targets/")  # what every screen of the admin loads once
    address = f"/admin/insight/panel/{survey.pk}/"
    first = once(lambda: client.get(address))
    beside = f"first view {first:,.0f} ms, was 3,900 each"
    return under(f"{vendor}: panel of {members:,}, a view, p95", percentile(lambda: client.get(address)), PROMISED,
                 beside=beside)  # fmt: skip
