"""Videos with their captions and words. Words live on :class:`VideoText`: wagtailmedia's title is not translatable."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Locale
from wagtailmedia.models import AbstractMedia

from library.captions import paragraphs, parse
from library.models.track_file import checked_track


class Video(ClusterableModel, AbstractMedia):
    """A video file, in the language it speaks (BCP 47), with a poster that has alternative text."""

    language = models.CharField(_("spoken language"), max_length=12, default="en")
    poster_alt = models.CharField(_("what the poster shows"), max_length=200, blank=True)
    all_visual_info_spoken = models.BooleanField(
        _("everything that is shown is also said"),
        default=False,
        help_text=_("WCAG 1.2.5: without this, a described version is needed."),
    )
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "language",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "poster_alt",
        "all_visual_info_spoken",
        "tags",
    )

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def caption_paragraphs(self, language: str) -> list[str]:
        """Return what the captions or subtitles in ``language`` say, as paragraphs; empty where none can be read."""
        words = (VideoTrack.Kind.CAPTIONS, VideoTrack.Kind.SUBTITLES)
        tracks = (track for track in self.tracks.all() if track.language == language and track.kind in words)
        return next((said for track in tracks if (said := track.paragraphs())), [])


class VideoTrack(models.Model):
    """A WebVTT file that belongs to a video."""

    class Kind(models.TextChoices):
        """The kinds of HTML's ``track`` element that we use."""

        CAPTIONS = "captions", _("Captions")
        SUBTITLES = "subtitles", _("Subtitles")
        DESCRIPTIONS = "descriptions", _("Descriptions")
        CHAPTERS = "chapters", _("Chapters")

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.CAPTIONS)
    language = models.CharField(_("language"), max_length=12, default="en")
    file = models.FileField(_("file"), upload_to="tracks")
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        constraints = [
            models.UniqueConstraint(fields=["video", "kind", "language"], name="one_track_a_kind_and_language")
        ]

    def clean(self) -> None:
        """Turn an uploaded file of another kind into WebVTT, and refuse one with faults, each named with its line."""
        super().clean()
        if self.file and not self.file._committed:  # type: ignore[attr-defined] # how Django knows an upload
            self.file = checked_track(self.file.file, self.video.duration if self.video_id else None)

    def paragraphs(self) -> list[str]:
        """Return what the file says; empty where it is missing or no WebVTT."""
        try:
            with self.file.open("rb") as file:
                return paragraphs(parse(file.read().decode()))
        except (OSError, ValueError):
            return []


class VideoText(models.Model):
    """Title, description and transcript of a video in one locale."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    description = models.TextField(_("description"), blank=True)
    transcript = models.TextField(_("transcript"), blank=True)

    class Meta:
        verbose_name = _("words of a video")
        verbose_name_plural = _("words of videos")
        constraints = [models.UniqueConstraint(fields=["video", "locale"], name="one_text_a_locale")]
