"""What must hold before the site starts."""

from typing import Any

from django.core.checks import CheckMessage, Error

from insight.privacy.names import NameModelError, model


def name_model(**_options: Any) -> list[CheckMessage]:
    """An operator who names a model of names relies on it: one that cannot be used stops the start."""
    try:
        model()
    except NameModelError as error:
        return [Error(str(error), hint="Mend the name, or remove the variable.", id="insight.E001")]
    return []
