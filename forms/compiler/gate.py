"""All that keeps a form page from being published, as one list."""

from typing import TYPE_CHECKING

from core.services import GateFinding
from forms.compiler.build import build
from forms.compiler.checks import findings
from forms.compiler.examples import example_faults
from forms.compiler.locales import locale_faults
from forms.compiler.suppliers import supplier_faults

if TYPE_CHECKING:
    from forms.compiler.build import Blueprint
    from forms.models import FormPage


def page_findings(page: "FormPage", blueprint: "Blueprint | None" = None) -> list[GateFinding]:
    """Return the faults of the form, of its translation and of its examples; examples run on sound forms only."""
    blueprint = blueprint or build(page)
    found = [*findings(blueprint), *supplier_faults(blueprint)]
    sound = not any(finding.blocking for finding in found)
    return [*found, *locale_faults(page, blueprint), *(example_faults(page, blueprint) if sound else ())]
