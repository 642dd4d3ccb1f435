"""The body of a page."""

from wagtail import blocks

from core.blocks.actions import CallToActionBlock, StepsBlock
from core.blocks.media import DocumentLinkBlock, PictureBlock
from core.blocks.table import TableBlock
from core.blocks.text import DetailsBlock, HeadingBlock, InsetBlock, ParagraphBlock, WarningBlock


class BodyBlock(blocks.StreamBlock):
    """All blocks of a body; each is drawn inside an element with ``data-block-id``, so that findings can point at it.

    The names are those in stored content: rename none of them.
    """

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = PictureBlock()
    document = DocumentLinkBlock()
    table = TableBlock()
    warning = WarningBlock()
    inset = InsetBlock()
    details = DetailsBlock()
    steps = StepsBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        template = "blocks/body.jinja"


#: For rooms that build a stream of their own from some of these.
BODY_BLOCKS: list[tuple[str, blocks.Block]] = list(BodyBlock().child_blocks.items())
