"""Walk StreamField blocks. A block that nobody knows is walked by its shape, so nothing is left unread."""

import logging
from typing import Any

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import RichText

from accessibility.extract.markup import add_markup
from accessibility.extract.registry import extractor_for
from accessibility.extract.tree import Broken, ContentTree, Paragraph, Place

logger = logging.getLogger(__name__)


def add_stream(tree: ContentTree, stream: StreamValue, place: Place) -> None:
    """Add every block of a stream; each gets its own uuid and label as its place."""
    for child in stream:
        inner = Place(place.field, str(child.id or place.block_id), str(child.block.label or child.block_type))
        add_block(tree, child.block, child.value, inner)


def add_block(tree: ContentTree, block: blocks.Block, value: Any, place: Place) -> None:
    """Add one block. One that cannot be read becomes :class:`Broken`: it blocks, the rest is still checked."""
    try:
        _add(tree, block, value, place)
    except Exception as error:
        logger.warning("Block %s (%s) could not be read", place.block_id, place.label, exc_info=True)
        tree.add(Broken(place, type(error).__name__))


def _add(tree: ContentTree, block: blocks.Block, value: Any, place: Place) -> None:
    if (extractor := extractor_for(type(block))) is not None:
        extractor(tree, value, place)
    elif isinstance(value, StreamValue):
        add_stream(tree, value, place)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            add_block(tree, child, value.get(name), place)
    elif isinstance(value, ListValue):
        for item in value.bound_blocks:
            add_block(tree, item.block, item.value, place)
    else:
        _add_leaf(tree, block, value, place)


def _add_leaf(tree: ContentTree, block: blocks.Block, value: Any, place: Place) -> None:
    if isinstance(value, RichText):
        add_markup(tree, value.source, place)
    elif isinstance(block, blocks.RawHTMLBlock):
        add_markup(tree, str(value or ""), place)
    elif isinstance(value, str) and value.strip() and isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        tree.add(Paragraph(place, value.strip(), language=tree.language))
