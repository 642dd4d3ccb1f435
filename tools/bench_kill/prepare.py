"""Publish the forms of the benchmark in an empty, migrated database: ``python -m tools.bench_kill.prepare``."""

import os
from collections.abc import Mapping
from datetime import timedelta

import django

FORMS = {"plain": None, "last-1": 1, "last-5": 5}


def main() -> None:
    """Make what the forms need, and publish them."""
    django.setup()
    from wagtail.models import Locale, Page, Site

    from core.models import Contact, ServicePromise, Team
    from forms.models import Connection

    locale = Locale.objects.get_or_create(language_code="en")[0]
    contact = Contact.objects.create(name="Bench", phone="01632 960101", locale=locale)
    words = {"what_happens_next": "We look.", "if_late": "Call us."}
    promise = ServicePromise.objects.create(name="Bench", working_days=2, contact=contact, locale=locale, **words)
    team = Team.objects.create(name="Bench", email="bench@example.org")
    options = {"url": f"http://{os.environ['BENCH_RECEIVER']}/in"}
    hook = Connection.objects.create(key="bench", name="Bench", connector="webhook", options=options, secret="hook")  # noqa: S106 - the name of a secret
    home: Page = Site.objects.get(is_default_site=True).root_page
    for slug, seats in FORMS.items():
        publish(home, slug, seats, {"promise": promise, "owning_team": team, "locale": locale}, hook)


def publish(home: object, slug: str, seats: int | None, facts: dict[str, object], hook: object) -> None:
    """Publish one form: a text, and a time with so many seats where there are any."""
    from django.utils import timezone

    from forms.bookings.making import make
    from forms.demo.content import steps_of
    from forms.engine.slots import Interval
    from forms.models import FormConnection, FormPage, Resource
    from forms.services import publish_version

    steps = [step("words", {"kind": "text", "key": "words", "label": "Words?", "error_missing": "Write some."})]
    if seats:
        resource = Resource.objects.create(key=slug, name=slug)
        start = (timezone.now() + timedelta(days=5)).replace(minute=0, second=0, microsecond=0)
        make(resource, [Interval(start, start + timedelta(hours=1))], seats)
        time = {"kind": "slot", "key": "time", "label": "When?", "error_missing": "Choose.", "resource": slug}
        steps.append(step("when", time))
    words = {"title": slug, "slug": slug, "summary": "Bench.", "privacy_notice": "<p>None.</p>"}
    page = FormPage(**words, steps=steps_of(steps), **facts)
    page.live = False
    page.connections = [FormConnection(connection=hook)]
    home.add_child(instance=page)  # type: ignore[attr-defined] # a page
    # What runs is the version; the page itself is not looked at, and passes no gate.
    FormPage.objects.filter(pk=page.pk).update(live=True)
    publish_version(page)


def step(slug: str, question: Mapping[str, object]) -> dict[str, object]:
    """Return one step of the demo's short form."""
    return {"slug": slug, "title": slug, "questions": [question]}


if __name__ == "__main__":
    main()
