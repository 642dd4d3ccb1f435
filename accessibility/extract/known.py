"""Extractors for what Wagtail itself offers: images, documents, pages, media, tables, addresses."""

from typing import Any

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtailmedia.blocks import AbstractMediaChooserBlock
from wagtailmedia.models import AbstractMedia

from accessibility.extract.registry import register_extractor
from accessibility.extract.stream import add_block
from accessibility.extract.tree import ContentTree, DocumentLink, Link, Media, Picture, Place, Table


def register_known() -> None:
    """Register them all; called once from ``AppConfig.ready()``."""
    for block in (ImageBlock, ImageChooserBlock):
        register_extractor(block, add_image)
    for kind in (DocumentChooserBlock, AbstractDocument):
        register_extractor(kind, add_document)
    for kind in (AbstractMediaChooserBlock, AbstractMedia):
        register_extractor(kind, add_media)
    for kind in (blocks.PageChooserBlock, Page):
        register_extractor(kind, add_page)
    register_extractor(blocks.URLBlock, add_address)
    register_extractor(EmbedBlock, add_embed)
    register_extractor(TableBlock, add_table)
    register_extractor(TypedTableBlock, add_typed_table)


def add_image(tree: ContentTree, image: Any, place: Place) -> None:
    """Add an image as it is used here: its words depend on the place, so they stand on the block."""
    if image is None:
        return
    decorative = bool(getattr(image, "decorative", False))
    alt = getattr(image, "contextual_alt_text", None) or ""
    tree.add(Picture(place, alt, alt=alt or None, decorative=decorative, file_name=str(image.file)))


def add_document(tree: ContentTree, document: Any, place: Place) -> None:
    """Add a chosen document."""
    if document is not None:
        tree.add(DocumentLink(place, document.title, document_id=document.pk))


def add_media(tree: ContentTree, media: Any, place: Place) -> None:
    """Add a video or sound with what stands beside it, in the language of the page."""
    if media is None:
        return
    tracks = media.tracks.all() if hasattr(media, "tracks") else []
    texts = media.texts.all() if hasattr(media, "texts") else []
    captions = any(track.kind == "captions" and track.file for track in tracks)
    transcript = any(text.transcript.strip() for text in texts if text.locale.language_code == tree.language)
    tree.add(
        Media(place, media.title, kind=media.type, has_captions=captions, has_transcript=transcript, title=media.title)
    )


def add_page(tree: ContentTree, page: Any, place: Place) -> None:
    """Add a chosen page: its title is the link's text."""
    if page is not None:
        tree.add(Link(place, page.title, href="", page_id=page.pk))


def add_address(tree: ContentTree, address: Any, place: Place) -> None:
    """Add an address; its text stands in another field, so only the target is known here."""
    if address:
        tree.add(Link(place, place.label, href=str(address)))


def add_embed(tree: ContentTree, embed: Any, place: Place) -> None:
    """Add something from elsewhere."""
    if embed:
        tree.add(Media(place, embed.url, kind="embed", title=""))


def add_table(tree: ContentTree, table: Any, place: Place) -> None:
    """Add a table that is stored as rows of text."""
    if not table:
        return
    header = bool(table.get("first_row_is_table_header") or table.get("first_col_is_header"))
    rows = table.get("data") or []
    tree.add(Table(place, str(table.get("table_caption") or ""), has_header=header, rows=len(rows)))


def add_typed_table(tree: ContentTree, table: Any, place: Place) -> None:
    """Add a table with typed columns, then what stands in its cells."""
    if not table or not table.columns:
        return
    header = any(column["heading"] for column in table.columns)
    tree.add(Table(place, str(table.caption or ""), has_header=header, rows=len(table.row_data)))
    for row in table.row_data:
        for column, value in zip(table.columns, row["values"], strict=False):
            add_block(tree, column["block"], value, place)
