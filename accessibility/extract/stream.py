"""Walk StreamField blocks. A block that nobody knows is walked by its shape, so nothing is left unread."""

import logging
from typing import Any

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

from accessibility.extract.markup import add_markup
from accessibility.extract.registry import extractor_for
from accessibility.extract.tree import Broken, ContentTree, Gone, Paragraph, Place

logger = logging.getLogger(__name__)


def add_stream(tree: ContentTree, stream: StreamValue, place: Place) -> None:
    """Add every block of a stream; each gets its own uuid and label as its place."""
    for number, child in enumerate(stream):
        inner = Place(place.field, str(child.id or place.block_id), str(child.block.label or child.block_type))
        add_block(tree, child.block, child.value, inner, stream.raw_data[number]["value"])


def add_stored_stream(tree: ContentTree, stream: StreamValue, place: Place) -> None:
    """Add a stream as it is stored, and leave it untouched.

    It is read in a copy: a block that was looked at is stored as it was understood, without what is gone. Blocks of one
    kind are read together; where one of them spoils that, each is read by itself, so that only that one is unread.
    """
    before, raw = len(tree.nodes), list(stream.raw_data)
    try:
        add_stream(tree, stream.stream_block.to_python(raw), place)
    except Exception:  # noqa: BLE001 - whatever it is, it is met again below, with its block
        del tree.nodes[before:]
        for item in raw:
            _add_stored_block(tree, stream, item, place)


def _add_stored_block(tree: ContentTree, stream: StreamValue, item: Any, place: Place) -> None:
    try:
        add_stream(tree, stream.stream_block.to_python([item]), place)
    except Exception as error:
        kind = stream.stream_block.child_blocks.get(item.get("type", "")) if isinstance(item, dict) else None
        inner = Place(place.field, str(item.get("id") or "") if kind else "", str(kind.label) if kind else place.label)
        logger.warning("Block %s (%s) could not be read", inner.block_id, inner.label, exc_info=True)
        tree.add(Broken(inner, type(error).__name__))


def add_block(tree: ContentTree, block: blocks.Block, value: Any, place: Place, raw: Any = None) -> None:
    """Add one block; ``raw`` is its value as it is stored, None where that is not known.

    One that cannot be read becomes :class:`Broken`: it blocks, the rest is still checked.
    """
    try:
        _add(tree, block, value, place, raw)
    except Exception as error:
        logger.warning("Block %s (%s) could not be read", place.block_id, place.label, exc_info=True)
        tree.add(Broken(place, type(error).__name__))


def _add(tree: ContentTree, block: blocks.Block, value: Any, place: Place, raw: Any) -> None:
    if value is None and _names_something(block, raw):
        tree.add(Gone(place))
    elif (extractor := extractor_for(type(block))) is not None:
        extractor(tree, value, place)
    elif isinstance(value, StreamValue):
        add_stream(tree, value, place)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            add_block(tree, child, value.get(name), place, raw.get(name) if isinstance(raw, dict) else None)
    elif isinstance(value, ListValue):
        for number, item in enumerate(value.bound_blocks):
            add_block(tree, item.block, item.value, place, _raw_item(raw, number))
    else:
        _add_leaf(tree, block, value, place)


def _raw_item(raw: Any, number: int) -> Any:
    """Return the stored value of one item of a list block, in the older form (bare values) too."""
    item = raw[number] if isinstance(raw, list) and number < len(raw) else None
    return item.get("value") if isinstance(item, dict) and item.get("type") == "item" else item


def _names_something(block: blocks.Block, raw: Any) -> bool:
    """Return whether the stored value of a chooser's block names an image, a page or a file."""
    if isinstance(block, ImageBlock):
        block, raw = block.child_blocks["image"], raw.get("image") if isinstance(raw, dict) else raw
    return isinstance(block, blocks.ChooserBlock) and bool(raw)


def _add_leaf(tree: ContentTree, block: blocks.Block, value: Any, place: Place) -> None:
    if isinstance(value, RichText):
        add_markup(tree, value.source, place)
    elif isinstance(block, blocks.RawHTMLBlock):
        add_markup(tree, str(value or ""), place)
    elif isinstance(value, str) and value.strip() and isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        tree.add(Paragraph(place, value.strip(), language=tree.language))
