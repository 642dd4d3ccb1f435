"""What the forms room knows of its forms. It stands above this room, so it tells us through a registry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class FormGuide:
    """One running form in one language. ``service`` is the slug of its service area, empty where it has none.

    Its events do not tell languages apart: those of one version are one subject.
    """

    slug: str
    number: int
    title: str
    service: str = ""
    locale: str = settings.LANGUAGE_CODE

    @property
    def subject(self) -> str:
        """Return the name under which events hold it."""
        return f"form:{self.slug}:{self.number}"[:160]


@dataclass(frozen=True)
class StepGuide:
    """One step in the form's order. Not all people see one that is not ``always`` there."""

    slug: str
    title: str
    always: bool = True


ListForms = Callable[[], Sequence[FormGuide]]
ListSteps = Callable[[str, int], Sequence[StepGuide]]

_told: list[tuple[ListForms, ListSteps]] = []


def register_forms(forms: ListForms, steps: ListSteps) -> None:
    """Let boards ask for running forms, and for the steps of one version (slug, number); once only."""
    if _told:
        raise ValueError("The forms are told already.")
    _told.append((forms, steps))


def running_forms() -> Sequence[FormGuide]:
    """Return all running forms, each version once: under its English title where it has one."""
    found: dict[str, FormGuide] = {}
    for form in _told[0][0]() if _told else ():
        if form.subject not in found or form.locale == settings.LANGUAGE_CODE:
            found[form.subject] = form
    return list(found.values())


def steps_of(slug: str, number: int) -> Sequence[StepGuide]:
    """Return the steps of one version; none when nobody knows it any more."""
    return _told[0][1](slug, number) if _told else ()
