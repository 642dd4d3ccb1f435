"""Checks of PDF that are our own; importing registers them."""

from accessibility.documents.pdf import (
    characters,
    contrast,
    figures,
    forms,
    headings,
    links,
    lists,
    media,
    metadata,
    order,
    pages,
    prose,
    tables,
    tags,
)

__all__ = [
    "characters",
    "contrast",
    "figures",
    "forms",
    "headings",
    "links",
    "lists",
    "media",
    "metadata",
    "order",
    "pages",
    "prose",
    "tables",
    "tags",
]
