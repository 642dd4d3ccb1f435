"""What our own export holds: the page's own fields, what it refers to by name, and its steps as the editor has them."""

from functools import cache
from typing import Any

from django.db import models

from forms.models import FormPage

FORMAT = "waymark-form"
VERSION = 1
#: Fields of every page that belong to the form as an author sees it.
SHARED = ("title", "slug", "summary")
#: What a form refers to: it is named, for another site has other ids.
NAMED = ("promise", "team", "service")
#: The fields of an author's example.
EXAMPLE = ("name", "answers", "expected")
#: The block that points to the library.
SHARED_STEPS = "shared"


@cache
def own_fields() -> dict[str, models.Field[Any, Any]]:
    """Return the plain fields of a form by name; relations and the steps are told otherwise."""
    local = [field for field in FormPage._meta.local_fields if not field.is_relation and field.name != "steps"]
    shared = [FormPage._meta.get_field(name) for name in SHARED]
    return {field.name: field for field in [*shared, *local] if isinstance(field, models.Field)}


def export(page: FormPage) -> dict[str, Any]:
    """Return a form as JSON data."""
    receivers = [row.connection.key for row in page.connections.all()]
    return {
        "format": FORMAT,
        "version": VERSION,
        **{name: getattr(page, name) for name in own_fields()},
        "promise": {"name": page.promise.name} if page.promise else {},
        "team": {"name": page.owning_team.name} if page.owning_team else {},
        "service": {"path": page.service.url_path} if page.service else {},
        "examples": [{name: getattr(example, name) for name in EXAMPLE} for example in page.examples.all()],
        **({"connections": receivers} if receivers else {}),
        "steps": [_step(step) for step in page.steps],
    }


def _step(step: Any) -> dict[str, Any]:
    """Return a step as the editor has it; a place for standard questions holds their name and a copy of them."""
    raw: dict[str, Any] = step.get_prep_value()
    if step.block_type != SHARED_STEPS or step.value is None:
        return raw
    copy = [shared.get_prep_value() for shared in step.value.steps]
    return {**raw, "value": {"name": step.value.name, "steps": copy}}
