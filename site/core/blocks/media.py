"""Pictures and documents."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(ImageBlock):
    """A picture with alternative text, or marked as decorative (WCAG 1.1.1)."""

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.jinja"


class DocumentLinkBlock(blocks.StructBlock):
    """A link to a file that says its type and size before anybody loads it."""

    document = DocumentChooserBlock(label=_("Document"))
    text = blocks.CharBlock(
        label=_("Words of the link"),
        max_length=160,
        required=False,
        help_text=_("Empty: the title of the document, which is not translated."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.jinja"
