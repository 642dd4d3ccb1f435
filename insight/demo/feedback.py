"""A year of made-up answers, ways through forms and searches, so that a demonstration's boards have something to show.

Nothing loads it by itself: the figures of a site are its residents'. A day is made the same by each call, and what is
told twice is stored once.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from insight.dashboards.guide import FormGuide, running_forms, steps_of
from insight.directory import service_areas
from insight.questions import FORM_END, PAGE_USEFUL, VISIT_END
from insight.recording.fact import Fact
from insight.recording.identifiers import derived_id
from insight.recording.store import record_all
from insight.types import Question, Subject

SOURCE = "/demo/example"
DAYS = 365
#: Pages of one service area that people answer about.
PAGES = 6
#: Share of people who leave a form at each of its steps, and of those at its end who answer the question there.
LEAVES, ANSWERS = 0.07, 0.45
SATISFIED = {1: 6, 2: 8, 3: 14, 4: 38, 5: 34}
SEARCHES = (
    ("bin day", 6),
    ("council tax", 9),
    ("blue badge", 0),
    ("rats", 2),
    ("pool times", 0),
)


def load_year(now: datetime | None = None) -> int:
    """Store the year that ends now, and return how many events were new. Raises DatabaseError: then none is stored."""
    noon = (now or timezone.now()).replace(hour=12, minute=0, second=0, microsecond=0)
    rated = [(page, area.slug) for area in service_areas() for page in _pages_of(area)]
    forms = [(form, _steps_of(form)) for form in running_forms()]
    days = [noon - timedelta(days=back) for back in range(1, DAYS + 1)]
    return len(record_all([fact for day in days for fact in _of_day(_Diary(day), rated, forms)]))


def _pages_of(area: Page) -> list[Page]:
    return list(area.get_descendants().live().order_by("path")[:PAGES])


def _steps_of(form: FormGuide) -> list[str]:
    return [step.slug for step in steps_of(form.slug, form.number) if step.always]


def _of_day(diary: "_Diary", rated: list[tuple[Page, str]], forms: list[tuple[FormGuide, list[str]]]) -> Iterator[Fact]:
    for number, (page, service) in enumerate(rated):
        if diary.chance.random() < 0.3:
            liked = 0.4 + 0.55 * ((number * 37) % 100) / 100
            value = 2 if diary.chance.random() < liked else 1
            yield diary.answer(PAGE_USEFUL, value, Subject("page", str(page.translation_key), service))
    for form, steps in forms:
        for _person in range(diary.chance.choice((0, 0, 1, 2))):
            yield from diary.way_through(form, steps)
    for _search in range(diary.chance.randrange(4)):
        words, results = diary.chance.choice(SEARCHES)
        yield diary.fact("search", "search:site", {"query_scrubbed": words, "results": results})


class _Diary:
    """What happens on one day: the same each time it is asked."""

    def __init__(self, day: datetime) -> None:
        self.day, self.numbers = day, count()
        self.chance = random.Random(day.toordinal())  # noqa: S311 - examples, no secrets

    def fact(self, name: str, subject: str, data: dict[str, Any], **more: Any) -> Fact:
        """Return one event of the day."""
        name_of_event = derived_id(SOURCE, self.day.date().isoformat(), str(next(self.numbers)))
        data = {"locale": "en", "channel": "web", **data}
        return Fact(name, SOURCE, subject, data, event_id=name_of_event, time=self.day, **more)

    def answer(self, asked: Question, value: int, subject: Subject, channel: str = "web") -> Fact:
        """Return an answer to a question."""
        data = {
            "scale": asked.scale, "value": value, "question_id": asked.id, "question_version": asked.version,
            "channel": channel, "page": subject.page,
        }  # fmt: skip
        if subject.kind == "form":
            data["form_ref"] = subject.ref
        return self.fact("rating", subject.key, data, service=subject.service)

    def way_through(self, form: FormGuide, steps: list[str]) -> Iterator[Fact]:
        """Yield somebody's way through a form, up to where they leave, or to the answer at its end."""
        data: dict[str, Any] = {"form": form.slug, "version": form.number, "step": ""}
        yield self.fact("form.started", form.subject, data)
        for step in steps:
            if self.chance.random() < LEAVES:
                yield self.fact("form.abandoned", form.subject, {**data, "step": step})
                return
            yield self.fact("form.step", form.subject, {**data, "step": step})
        yield self.fact("form.completed", form.subject, data)
        if self.chance.random() < ANSWERS:
            value = self.chance.choices([*SATISFIED], weights=[*SATISFIED.values()])[0]
            channel = self.chance.choice(("web", "web", "phone", "counter"))
            asked = FORM_END if channel == "web" else VISIT_END
            yield self.answer(asked, value, Subject("form", f"{form.slug}:{form.number}", form.service), channel)
