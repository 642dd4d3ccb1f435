"""A document's text as a draft of a publication; see :mod:`accessibility.documents.publication`."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page

from core.models import User
from services.models import PublicationPage


def allowed_parents() -> Sequence[type[Page]]:
    """Return the page types under which a publication may stand."""
    parents: Sequence[type[Page]] = PublicationPage.allowed_parent_page_models()
    return parents


def make_draft(title: str, blocks: list[dict[str, Any]], parent: Page, by: User) -> Page:
    """Store the draft under ``parent`` and return it; the author writes the summary and publishes it."""
    page = PublicationPage(title=title, live=False, has_unpublished_changes=True, owner=by, locale=parent.locale)
    page.body = PublicationPage.body.field.stream_block.to_python([stored_block(block) for block in blocks])
    parent.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=by)
    page.save_revision(user=by, log_action=True)
    return page


def stored_block(block: dict[str, Any]) -> dict[str, Any]:
    """Return one block as the StreamField keeps it."""
    return {"type": block["type"], "id": str(uuid.uuid4()), "value": _VALUES[block["type"]](block)}


def _table(block: dict[str, Any]) -> dict[str, Any]:
    columns = [{"type": "text", "heading": head} for head in block["heads"]]
    rows = [{"values": cells} for cells in block["rows"]]
    cells = {"columns": columns, "rows": rows, "caption": block["caption"]}
    return {"cells": cells, "first_column_names_rows": False}


_VALUES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "heading": lambda block: {"text": block["text"], "level": str(block["level"])},
    "paragraph": lambda block: block["html"],
    "table": _table,
    "image": lambda block: {
        "image": block["image"],
        "alt_text": block["alt"],
        "decorative": block["decorative"],
    },
}
