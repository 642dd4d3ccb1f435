"""Read our own export, with the same distrust as any other file."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.blocks import StepsBlock
from forms.exchange.base import PlainForm, RefusedError
from forms.exchange.clean import shown
from forms.exchange.contrib.waymark.document import FORMAT, NAMED, VERSION, own_fields
from forms.exchange.contrib.waymark.receivers import settle_connections
from forms.exchange.contrib.waymark.renamed import settle_names
from forms.exchange.contrib.waymark.shape import shaped, shaped_text
from forms.exchange.contrib.waymark.shared import found_or_inlined, settle_shared
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
        facts = _facts(data)
        if not str(facts.get("title", "")).strip():
            raise RefusedError(_("This export has no title."), "/title")
        kept: dict[str, Any] = {"format": FORMAT, "version": VERSION, **facts}
        entries = [_entries(entry) for entry in data["steps"]]
        kept["steps"] = [several[0] if several else None for several in entries]
        listed = data.get("examples")
        examples = [_texts(entry) for entry in (listed if isinstance(listed, list) else ()) if isinstance(entry, dict)]
        placed = [(f"/steps/{n}", entry) for n, several in enumerate(entries) for entry in several]
        settle_names(placed, examples, ledger)
        kept["examples"] = examples
        kept.update({name: _texts(data[name]) for name in NAMED if name in data})
        settle_shared(ledger, data["steps"])
        connections = settle_connections(ledger, data)
        _compare(dict(elements(kept)), ledger, data)
        named = {name: kept[name] for name in NAMED if kept.get(name)}
        blocks = [entry for several in entries for entry in several]
        return PlainForm(str(facts.pop("title", "")), [], facts, blocks, named, kept["examples"], connections)


def _entries(entry: Any) -> list[dict[str, Any]]:
    """Return one entry of the form, or the steps that stand for standard questions which are not known here."""
    found: list[dict[str, Any]] = shaped(StepsBlock(), found_or_inlined(entry))
    return found


def _facts(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page's own fields, each checked by its model field; a wrong value is left out."""
    found = {name: shaped_text(field, data[name]) for name, field in own_fields().items() if name in data}
    return {name: value for name, value in found.items() if value is not None}


def _texts(value: Any) -> dict[str, str]:
    """Return the texts of an object: the name of a promise, a team or a page, or an example."""
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: shown(text) for key, text in pairs if isinstance(text, str) and len(text) <= 5_000}


def _compare(kept: Mapping[str, Any], ledger: Ledger, data: Mapping[str, Any]) -> None:
    for pointer, value in elements(data):
        if isinstance(value, dict) and value:
            continue
        if pointer in kept and kept[pointer] == value:
            ledger.mark(pointer, Outcome.MAPPED)
        elif pointer in kept:
            ledger.mark(pointer, Outcome.DOWNGRADED, _("Unsafe or unknown mark-up was taken out."))
