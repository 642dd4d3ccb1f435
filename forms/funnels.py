"""What insight shows of forms: their names, the service they belong to, and their steps in order."""

from collections.abc import Sequence

from wagtail.models import Page

from forms.models import FormVersion
from insight.services import FormGuide, StepGuide, Subject, register_forms

#: In Wagtail's tree the children of the home page are the service areas.
AREA_DEPTH = 3


def running() -> list[FormGuide]:
    """Return every form that new visitors get, in each language; the newest version of it."""
    rows = FormVersion.objects.running().order_by("form_id", "locale", "-number")
    fields = rows.values_list("form_id", "locale", "form_slug", "number", "schema__title", "form__service__path")
    newest: dict[tuple[int, str], FormGuide] = {}
    listed = list(fields)
    areas = _areas({path[: AREA_DEPTH * Page.steplen] for *_rest, path in listed if path})
    for form, locale, slug, number, title, path in listed:
        service = areas.get((path or "")[: AREA_DEPTH * Page.steplen], "")
        newest.setdefault((form, locale), FormGuide(slug, number, str(title), service, locale))
    return list(newest.values())


def steps(slug: str, number: int) -> Sequence[StepGuide]:
    """Return the pages of one version in order; one with a condition, or that repeats, is not seen once by all."""
    version = FormVersion.objects.filter(form_slug=slug, number=number, tester=None).order_by("pk").first()
    if version is None:
        return ()
    return [
        StepGuide(page.slug, page.title, always=page.show_if is None and step.repeat is None and not page.ends)
        for step in version.compiled.steps
        for page in step.pages
    ]


def subject_of(version: FormVersion) -> Subject:
    """Return a form version as what events are about."""
    page = version.form.service if version.form else None
    areas = _areas({page.path[: AREA_DEPTH * Page.steplen]}) if page else {}
    return Subject("form", f"{version.form_slug}:{version.number}", next(iter(areas.values()), ""))


def connect() -> None:
    """Called once, from ``AppConfig.ready()``."""
    register_forms(running, steps)


def _areas(paths: set[str]) -> dict[str, str]:
    """Return the English slug of each area: ``{path: slug}``."""
    pages = Page.objects.filter(path__in=paths)
    return {page.path: page.slug[:80] for page in pages}
