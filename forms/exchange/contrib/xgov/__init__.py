"""The digital-form-builder family: XGov (v1 and v2), communitiesuk's additions, and DEFRA's forms engine (V1, V2).

Shapes: XGovFormBuilder/digital-form-builder ``model/src/schema/schema.ts`` and DEFRA/forms-designer
``model/src/form/form-definition``.
"""

from collections.abc import Mapping
from typing import Any

from forms.exchange.base import PlainForm
from forms.exchange.contrib.xgov.reader import read
from forms.exchange.ledger import Ledger
from forms.exchange.registry import register


class XGov:
    """One format: the variants differ in how conditions are written and pages are joined, and say so themselves."""

    slug = "xgov"
    title = "XGov and DEFRA digital form builder"

    def claims(self, data: Mapping[str, Any]) -> bool:
        """Return whether there are pages with paths and components."""
        pages = data.get("pages")
        return isinstance(pages, list) and any(isinstance(page, dict) and "path" in page for page in pages)

    def read(self, data: Mapping[str, Any], ledger: Ledger) -> PlainForm:
        """Return the form."""
        return read(data, ledger)


register(XGov())
