"""What the body of a page may hold. One block class and one template in ``templates/blocks/`` each."""

from core.blocks.actions import CallToActionBlock, StepsBlock
from core.blocks.body import BODY_BLOCKS, BodyBlock
from core.blocks.media import DocumentLinkBlock, PictureBlock
from core.blocks.table import TableBlock
from core.blocks.text import DetailsBlock, HeadingBlock, InsetBlock, ParagraphBlock, WarningBlock

__all__ = [
    "BODY_BLOCKS",
    "BodyBlock",
    "CallToActionBlock",
    "DetailsBlock",
    "DocumentLinkBlock",
    "HeadingBlock",
    "InsetBlock",
    "ParagraphBlock",
    "PictureBlock",
    "StepsBlock",
    "TableBlock",
    "WarningBlock",
]
