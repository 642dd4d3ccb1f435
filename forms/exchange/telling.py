"""The loss report and a refusal, as JSON data and as text for the terminal."""

from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.base import PlainStep, RefusedError
from forms.exchange.clean import shown
from forms.exchange.reading import Reading
from forms.models import FormPage


def as_json(reading: Reading, page: FormPage) -> dict[str, Any]:
    """Return the whole report: ``lines`` has one entry for each element of the source, ``steps`` one for each step."""
    lines = [line.as_json() for line in reading.ledger.lines()]
    return {
        "format": reading.format,
        "page": {"id": page.pk, "slug": page.slug, "title": page.title, "live": page.live},
        "elements": len(lines),
        "counts": reading.ledger.counts(),
        "lines": lines,
        "steps": [_step(step) for step in reading.form.steps],
        "notes": [shown(note) for note in reading.ledger.notes],
    }


def _step(step: PlainStep) -> dict[str, Any]:
    """Return under which names a page of the source goes on here; ``form_path`` takes answers by these keys."""
    keys = [question["key"] for question in step.questions if "key" in question]
    return {"slug": step.slug, "origin": step.origin, "keys": keys}


def as_text(reading: Reading, page: FormPage) -> str:
    """Return the report for reading: what is not quite as it was, and what to do next."""
    counts = reading.ledger.counts()
    words = _("%(format)s: %(elements)s elements, %(mapped)s kept, %(downgraded)s changed, %(lost)s not kept.")
    lines = [words % {"format": reading.format, "elements": sum(counts.values()), **counts}]
    lines += [
        f"{line.outcome.value:<11}{line.pointer}  {line.reason}" for line in reading.ledger.lines() if line.reason
    ]
    lines += [f"- {shown(note)}" for note in reading.ledger.notes]
    state = _("The form is live: %(slug)s") if page.live else _("The form is a draft: %(slug)s")
    return "\n".join([*lines, state % {"slug": page.slug}])


def refusal_as_json(refusal: RefusedError) -> dict[str, Any]:
    """Return why nothing was imported."""
    found: dict[str, Any] = {"refused": refusal.message}
    if refusal.pointer:
        found["pointer"] = refusal.pointer
    if refusal.elements:
        found["elements"] = dict(refusal.elements)
    return found


def refusal_as_text(refusal: RefusedError) -> str:
    """Return why nothing was imported, and the elements of an unknown format."""
    place = f" ({refusal.pointer})" if refusal.pointer else ""
    elements = [f"{count:>6}  {name}" for name, count in refusal.elements.items()]
    return "\n".join([f"{refusal.message}{place}", *elements])
