"""A draft of a form that an author walks through as a resident does. Its answers go nowhere."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.models import User
from forms.compiler import build
from forms.compiler.publish import content_hash
from forms.models import FormPage, FormVersion


def test_version(page: FormPage, tester: User) -> FormVersion:
    """Store ``page`` as it stands, sound or not, as a version that belongs to no form and that ``tester`` may walk."""
    schema = complete(build(page).schema)
    return FormVersion.objects.create(
        form=None,
        form_slug=page.slug,
        locale=schema["locale"],
        number=0,
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
        "promise": schema["promise"] or stand_in,
        "privacy": schema["privacy"] or f"<p>{missing}</p>",
        "retention": {name: days or 1 for name, days in schema["retention"].items()},
        "connectors": [],
    }
