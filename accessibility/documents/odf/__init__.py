"""Checks of OpenDocument files; importing registers them."""

from accessibility.documents.odf import (
    common,
    contrast,
    drawing,
    fakes,
    forms,
    headings,
    layout,
    links,
    sheets,
    slides,
    tables,
)

__all__ = [
    "common",
    "contrast",
    "drawing",
    "fakes",
    "forms",
    "headings",
    "layout",
    "links",
    "sheets",
    "slides",
    "tables",
]
