"""Extractors for the blocks of ``core.blocks`` whose shape alone does not say what they are."""

from typing import Any

from accessibility.extract.registry import register_extractor
from accessibility.extract.tree import ContentTree, DocumentLink, Heading, Link, Paragraph, Place
from core.blocks import CallToActionBlock, DocumentLinkBlock, HeadingBlock


def register_house() -> None:
    """Register them all; called once from ``AppConfig.ready()``."""
    register_extractor(HeadingBlock, add_heading)
    register_extractor(CallToActionBlock, add_call_to_action)
    register_extractor(DocumentLinkBlock, add_document_link)


def add_heading(tree: ContentTree, value: Any, place: Place) -> None:
    """Add a heading with the level that was chosen."""
    tree.add(Heading(place, (value["text"] or "").strip(), level=int(value["level"] or 2)))


def add_call_to_action(tree: ContentTree, value: Any, place: Place) -> None:
    """Add the button as a link, and its note."""
    page = value["page"]
    tree.add(Link(place, (value["text"] or "").strip(), href=value["url"] or "", page_id=page.pk if page else None))
    if value["note"]:
        tree.add(Paragraph(place, value["note"].strip(), language=tree.language))


def add_document_link(tree: ContentTree, value: Any, place: Place) -> None:
    """Add a document under the words of its link; a document that is gone keeps the number 0."""
    document = value["document"]
    text = (value["text"] or (document.title if document else "")).strip()
    tree.add(DocumentLink(place, text, document_id=document.pk if document else 0))
