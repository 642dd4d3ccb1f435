"""Whether the options of a connection are what its connector needs, in words that an administrator can act on."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from forms.delivery.registry import connector_named


def option_faults(slug: str, options: Any) -> list[str]:
    """Return what is wrong with the options; empty when the connector can use them."""
    connector = connector_named(slug)
    if connector is None:
        return [_("There is no way to reach it named “%(slug)s”. Choose one from the list.") % {"slug": slug}]
    faults = Draft202012Validator(connector.options_schema).iter_errors(options)
    return [_in_words(fault, connector.options_schema) for fault in sorted(faults, key=lambda fault: str(fault.path))]


def mapping_faults(mapping: Any) -> list[str]:
    """Return what is wrong with a mapping; empty for names that lead to names."""
    good = isinstance(mapping, dict) and all(isinstance(value, str) and value for value in mapping.values())
    return [] if good else [_('Write it as JSON such as {"email": "contact_email"}: our name, then theirs.')]


def _in_words(fault: ValidationError, schema: Mapping[str, Any]) -> str:
    if fault.validator == "required":
        return _("These options must be there: %(names)s.") % {"names": ", ".join(schema["required"])}
    if fault.validator == "additionalProperties":
        known = ", ".join(schema["properties"])
        return _("There is an option that it does not know. It knows: %(names)s.") % {"names": known}
    name = ".".join(map(str, fault.path))
    if not name:
        return _('Write the options as JSON such as {"url": "https://example.org/requests"}.')
    expected = schema["properties"][name.partition(".")[0]]["description"]
    return _("The option “%(name)s” is not right. It must be: %(expected)s.") % {"name": name, "expected": expected}
