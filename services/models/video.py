"""A how-to video with the same task in words: nobody has to see, hear or load it."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.models import BasePage
from services.blocks import StepsBlock
from services.managers import VideoPageManager
from services.transcripts import Transcript, length_in_words, transcript_for


class HowToVideoPage(BasePage):
    """Shows how to do something: a video with captions, its transcript, and the steps."""

    video = models.ForeignKey(
        "library.Video", models.SET_NULL, verbose_name=_("video"), null=True, blank=True, related_name="+"
    )
    steps = StreamField(StepsBlock(), blank=True, verbose_name=_("steps"))

    objects = VideoPageManager()

    template = "pages/how_to_video_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, FieldPanel("video"), FieldPanel("steps")]

    class Meta:
        verbose_name = _("how-to video")
        verbose_name_plural = _("how-to videos")

    @cached_property
    def transcript(self) -> Transcript | None:
        """What is said in the video, in this page's language where somebody wrote it, else as it is spoken."""
        return transcript_for(self.video, self.locale.language_code) if self.video else None

    @property
    def megabytes(self) -> float | None:
        """The size of the video, so that a reader can decide before anything loads."""
        return round(self.video.file.size / 1_000_000, 1) if self.video else None

    @property
    def length_words(self) -> str:
        """How long the video runs, as a whole sentence; empty where nobody knows."""
        return length_in_words(self.video.duration or 0) if self.video else ""

    @property
    def extra_search_text(self) -> str:
        """The words of the video, for the search."""
        return " ".join(self.transcript.paragraphs) if self.transcript else ""
