"""Blocks that are made of words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

#: Bold, lists and links, nothing else: headings are blocks of their own, so that their order can be checked
#: (WCAG 1.3.1), pictures carry alternative text, documents their type and size, and raw HTML stays out.
RICH_TEXT_FEATURES = ["bold", "ol", "ul", "link"]


class ParagraphBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.jinja"


class HeadingBlock(blocks.StructBlock):
    """A heading under the page's own; its level follows from what stands above it."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of a section"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.jinja"


class WarningBlock(blocks.StructBlock):
    """What happens if the reader does not do something: a fine, a lost right, a danger."""

    text = blocks.TextBlock(label=_("Warning"), max_length=300, rows=2)

    class Meta:
        icon = "warning"
        label = _("Warning")
        template = "blocks/warning.jinja"


class InsetBlock(blocks.StructBlock):
    """Words that stand apart: a quotation, an example, an address."""

    text = ParagraphBlock(label=_("Text"))

    class Meta:
        icon = "indent"
        label = _("Inset text")
        template = "blocks/inset.jinja"


class DetailsBlock(blocks.StructBlock):
    """Words that only some readers need, folded away. Works without JavaScript."""

    summary = blocks.CharBlock(label=_("What it is about"), max_length=120)
    text = ParagraphBlock(label=_("Text"))

    class Meta:
        icon = "collapse-down"
        label = _("Details to open")
        template = "blocks/details.jinja"
