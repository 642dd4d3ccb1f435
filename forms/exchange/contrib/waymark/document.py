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


@cache
def own_fields() -> dict[str, models.Field[Any, Any]]:
    """Return the plain fields of a form by name; relations and the steps are told otherwise."""
    local = [field for field in FormPage._meta.local_fields if not field.is_relation and field.name != "steps"]
    shared = [FormPage._meta.get_field(name) for name in SHARED]
    return {field.name: field for field in [*shared, *local] if isinstance(field, models.Field)}


def export(page: FormPage) -> dict[str, Any]:
    """Return a form as JSON data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **{name: getattr(page, name) for name in own_fields()},
        "promise": {"name": page.promise.name} if page.promise else {},
        "team": {"name": page.owning_team.name} if page.owning_team else {},
        "service": {"path": page.service.url_path} if page.service else {},
        "steps": [step.get_prep_value() for step in page.steps],
    }
