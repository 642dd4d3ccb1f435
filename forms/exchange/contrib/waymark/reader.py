"""Read our own export, with the same distrust as any other file."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.blocks import StepsBlock
from forms.exchange.base import PlainForm, RefusedError
from forms.exchange.contrib.waymark.document import FORMAT, NAMED, VERSION, own_fields
from forms.exchange.contrib.waymark.shape import shaped, shaped_text
from forms.exchange.ledger import Ledger, Outcome, elements


class Waymark:
    """What ``manage.py export_form`` writes."""

    slug = "waymark"
    title = "Waymark"

    def claims(self, data: Mapping[str, Any]) -> bool:
        """Return whether the file says so itself."""
        return data.get("format") == FORMAT

    def read(self, data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
        """Return the form. Every value that comes out as it went in is mapped; what does not is named."""
        if data.get("version") != VERSION:
            raise RefusedError(_("This export is of another version of Waymark’s format."), "/version")
        if not isinstance(data.get("steps"), list):
            raise RefusedError(_("This export has no steps."), "/steps")
        kept: dict[str, Any] = {"format": FORMAT, "version": VERSION, **_facts(data)}
        kept["steps"] = shaped(StepsBlock(), data["steps"])
        kept.update({name: _name(data[name]) for name in NAMED if name in data})
        _compare(dict(elements(kept)), ledger, data)
        facts = {name: kept[name] for name in own_fields() if name in kept}
        named = {name: kept[name] for name in NAMED if kept.get(name)}
        return PlainForm(str(facts.pop("title", "")), [], facts, blocks=kept["steps"], named=named)


def _facts(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page's own fields, each checked by its model field; a wrong value is left out."""
    found = {name: shaped_text(field, data[name]) for name, field in own_fields().items() if name in data}
    return {name: value for name, value in found.items() if value is not None}


def _name(value: Any) -> dict[str, str]:
    """Return what names a promise, a team or a page."""
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: text for key, text in pairs if isinstance(text, str) and len(text) <= 500}


def _compare(kept: Mapping[str, Any], ledger: Ledger, data: Mapping[str, Any]) -> None:
    for pointer, value in elements(data):
        if isinstance(value, dict) and value:
            continue
        if pointer in kept and kept[pointer] == value:
            ledger.mark(pointer, Outcome.MAPPED)
        elif pointer in kept:
            ledger.mark(pointer, Outcome.DOWNGRADED, _("Unsafe or unknown mark-up was taken out."))
