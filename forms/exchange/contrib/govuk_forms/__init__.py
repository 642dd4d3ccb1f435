"""GOV.UK Forms: the form document that forms-api gives to forms-runner (ordered ``steps`` with routing conditions)."""

from collections.abc import Mapping
from typing import Any

from forms.exchange.base import PlainForm
from forms.exchange.contrib.govuk_forms.reader import read
from forms.exchange.ledger import Ledger
from forms.exchange.registry import register


class GovukForms:
    """The format of alphagov/forms-api, version 2."""

    slug = "govuk-forms"
    title = "GOV.UK Forms"

    def claims(self, data: Mapping[str, Any]) -> bool:
        """Return whether there are steps that hold a question text, or pages of the older kind."""
        steps = data.get("steps")
        return isinstance(steps, list) and any(
            isinstance(step, dict) and isinstance(step.get("data"), dict) and "question_text" in step["data"]
            for step in steps
        )

    def read(self, data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
        """Return the form."""
        return read(data, ledger)


register(GovukForms())
