"""A translated form asks the same as its source: the same keys, option values and conditions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint, build

if TYPE_CHECKING:
    from forms.models import FormPage


def locale_faults(page: "FormPage", blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault when a translation and the page that it was made from differ in more than words."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return
    source = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if source and skeleton(build(source).schema) != skeleton(blueprint.schema):
        yield GateFinding(
            rule="forms.other-keys",
            message=_("This translation asks other questions than the English form."),
            how=_("Update the translation from the English form, so that keys, choices and conditions are the same."),
        )


def skeleton(schema: dict[str, Any]) -> list[Any]:
    """Return what branching rests on, without any words."""
    return [
        (
            step["slug"],
            step["show_if"],
            _turns(step.get("repeat")),
            step.get("part_of"),
            [_bones(item) for item in step["questions"]],
        )
        for step in schema["steps"]
    ]


def _turns(repeat: dict[str, Any] | None) -> tuple[int, int] | None:
    return (repeat["min"], repeat["max"]) if repeat else None


def _bones(question: dict[str, Any]) -> tuple[Any, ...]:
    options = [option["value"] for option in question.get("options", ())]
    return question["key"], question["kind"], question.get("required"), options, question.get("limits")
