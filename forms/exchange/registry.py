"""The formats that can be imported, in the order in which they are asked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from django.utils.translation import gettext as _

from forms.exchange.base import Format, RefusedError

_FORMATS: dict[str, Format] = {}
#: Modules that call :func:`register` when they are imported.
BUILT_IN = ("waymark", "govuk_forms", "xgov")


def register(form_format: Format) -> None:
    """Add a format. Raises ValueError when its slug is taken."""
    if form_format.slug in _FORMATS:
        raise ValueError(f"There already is a format {form_format.slug}")
    _FORMATS[form_format.slug] = form_format


def formats() -> tuple[Format, ...]:
    """Return all formats."""
    for name in BUILT_IN:
        import_module(f"forms.exchange.contrib.{name}")
    return tuple(_FORMATS.values())


def format_of(data: Mapping[str, Any]) -> Format:
    """Return the format that claims the data. Raises :class:`RefusedError` with the elements of an unknown one."""
    for candidate in formats():
        if candidate.claims(data):
            return candidate
    known = ", ".join(candidate.title for candidate in formats())
    message = _("Waymark does not know this format. It reads: %(formats)s.") % {"formats": known}
    raise RefusedError(message, elements=dict(sorted(Counter(_parts(data)).items())))


def _parts(data: Any, path: str = "") -> Iterator[str]:
    """Yield the way to each part with list positions left out, such as ``elements[].properties.titleEn``."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _parts(value, f"{path}.{key}" if path else key)
    elif isinstance(data, list):
        for value in data:
            yield from _parts(value, f"{path}[]")
    else:
        yield path
