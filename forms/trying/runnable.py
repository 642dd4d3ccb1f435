"""A draft of a form that an author walks through as a resident does. Its answers go nowhere."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.models import User
from forms.compiler import build
from forms.compiler.publish import content_hash
from forms.engine.names import is_key, is_step
from forms.models import FormPage, FormVersion
from forms.models.version import TEST_NUMBER


def test_version(page: FormPage, tester: User) -> FormVersion:
    """Store ``page`` as it stands, sound or not, as a version that belongs to no form and that ``tester`` may walk."""
    schema = complete(build(page).schema)
    return FormVersion.objects.create(
        form=None,
        form_slug=page.slug,
        locale=schema["locale"],
        number=TEST_NUMBER,
        schema=schema,
        sha256=content_hash(schema),
        engine=schema["engine"],
        published_at=timezone.now(),
        tester=tester,
    )


def complete(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with stand-ins for what its author has not chosen yet, in the form's language."""
    with override(schema["locale"]):
        missing = _("This part of the form is not written yet.")
    stand_in = {"working_days": 0, "what_happens_next": missing, "if_late": missing, "contact": {}}
    return {
        **schema,
        "steps": _named(schema["steps"]),
        "promise": schema["promise"] or stand_in,
        "privacy": schema["privacy"] or f"<p>{missing}</p>",
        "retention": {name: days or 1 for name, days in schema["retention"].items()},
        "connectors": [],
    }


def _named(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps, each with an address and each question with a key of its own, so that all can be walked."""
    slugs: set[str] = set()
    keys: set[str] = set()
    found, head = [], ""
    for number, step in enumerate(steps, start=1):
        slug = _free(step["slug"], f"step-{number}", slugs, good=is_step(step["slug"]))
        head = slug if step.get("repeat") else head
        questions = [
            {**question, "key": _free(question["key"], f"q-{number}-{n}", keys, good=is_key(question["key"]))}
            for n, question in enumerate(step["questions"], start=1)
        ]
        part = {"part_of": head} if step.get("part_of") else {}
        found.append({**step, "slug": slug, "questions": questions, **part})
    return found


def _free(name: str, otherwise: str, taken: set[str], *, good: bool) -> str:
    chosen = name if good and name not in taken else otherwise
    taken.add(chosen)
    return chosen
