"""A page and a snippet that can hold anything, so that the gate is tested without the rooms to the left of it."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import DraftStateMixin, Page, RevisionMixin
from wagtail.snippets.models import register_snippet

from core.blocks import BODY_BLOCKS


class AnythingPage(Page):
    intro = RichTextField(blank=True)
    body = StreamField(
        [
            *BODY_BLOCKS,
            ("text", blocks.RichTextBlock()),
            ("rows", TableBlock()),
            ("file", DocumentChooserBlock()),
            ("link", blocks.PageChooserBlock()),
            ("list", blocks.ListBlock(blocks.RichTextBlock())),
            ("card", blocks.StructBlock([("words", blocks.RichTextBlock()), ("picture", ImageBlock())])),
        ],
        blank=True,
    )
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]

    def serve(self, request: HttpRequest) -> HttpResponse:
        """A template with a fault of its own (no title), and the author's words in a block."""
        return HttpResponse(f'<html lang="en"><main><h1>T</h1><div data-block-id="b1">{self.intro}</div></main></html>')


@register_snippet
class Notice(DraftStateMixin, RevisionMixin, models.Model):
    text = RichTextField()
    panels = [FieldPanel("text")]

    def __str__(self) -> str:
        return "notice"
