"""A how-to video with the same task in words: nobody has to see, hear or load it."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.models import BasePage
from library.models import Video
from services.blocks import StepsBlock
from services.managers import VideoPageManager
from services.transcripts import Transcript, length_in_words, transcript_for
from services.versions import Chapter, chapters_for, versions_of


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

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page; caches keep one for those who ask for less data, in which the steps come first."""
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Save-Data"])
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``steps_first``: the browser asks for less data (the header Save-Data)."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "steps_first": request.headers.get("Save-Data", "").strip().lower() == "on"}

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The parts of the video, named in this page's language, else as it is spoken."""
        return chapters_for(self.video, self.locale.language_code) if self.video else []

    @cached_property
    def other_versions(self) -> list[tuple[str, Video]]:
        """The same video in British Sign Language, and with what it shows described, each under its heading."""
        return versions_of(self.video) if self.video else []

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
