"""A page and a snippet that can hold anything, so that the gate is tested without the rooms to the left of it."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import DraftStateMixin, Page, RevisionMixin
from wagtail.snippets.models import register_snippet


class AnythingPage(Page):
    template = "layouts/base.jinja"
    intro = RichTextField(blank=True)
    body = StreamField(
        [
            ("text", blocks.RichTextBlock()),
            ("image", ImageBlock()),
            ("table", TableBlock()),
            ("document", DocumentChooserBlock()),
            ("link", blocks.PageChooserBlock()),
            ("list", blocks.ListBlock(blocks.RichTextBlock())),
            ("card", blocks.StructBlock([("words", blocks.RichTextBlock()), ("picture", ImageBlock())])),
        ],
        blank=True,
    )
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]


@register_snippet
class Notice(DraftStateMixin, RevisionMixin, models.Model):
    text = RichTextField()
    panels = [FieldPanel("text")]

    def __str__(self):
        return "notice"
