"""Videos with their captions and words. Words live on :class:`VideoText`: wagtailmedia's title is not translatable."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Locale
from wagtailmedia.models import AbstractMedia

from library.captions import Cue, paragraphs, parse
from library.models.track_file import checked_track


class Video(ClusterableModel, AbstractMedia):
    """A video file, in the language it speaks (BCP 47), with a poster that has alternative text."""

    language = models.CharField(_("spoken language"), max_length=12, default="en")
    poster_alt = models.CharField(_("what the poster shows"), max_length=200, blank=True)
    all_visual_info_spoken = models.BooleanField(
        _("everything that is shown is also said"),
        default=False,
        help_text=_("Your name and the day are kept. Without this, a described version is needed (WCAG 1.2.5)."),
    )
    # Empty where nobody has signed; a column that may be NULL is added without writing the table anew.
    spoken_signed_by = models.CharField(_("signed by"), max_length=150, null=True, editable=False)  # noqa: DJ001 - see above
    spoken_signed_at = models.DateTimeField(_("signed at"), null=True, editable=False)
    described_version = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("described version"), null=True, blank=True, related_name="+",
        help_text=_("The same video, in which a voice says what is shown."),
    )  # fmt: skip
    bsl_version = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("version in British Sign Language"), null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "language",
        "collection",
        "thumbnail",
        "poster_alt",
        "all_visual_info_spoken",
        "described_version",
        "bsl_version",
        "tags",
    )

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    @property
    def tells_what_it_shows(self) -> bool:
        """Return whether somebody signed that all is said, or a described version exists (WCAG 1.2.5)."""
        signed = self.all_visual_info_spoken and self.spoken_signed_at is not None
        return signed or self.described_version_id is not None

    def cues(self, kind: str, language: str) -> list[Cue]:
        """Return the cues of the track of a kind and language; none where there is no track that can be read."""
        tracks = (track for track in self.tracks.all() if (track.kind, track.language) == (kind, language))
        return next((track.cues() for track in tracks), [])

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
        return paragraphs(self.cues())

    def cues(self) -> list[Cue]:
        """Return the cues of the file; none where it is missing or no WebVTT."""
        try:
            return parse(self.read())
        except (OSError, ValueError):
            return []

    def read(self) -> str:
        """Return the text of the file. Raises OSError, UnicodeDecodeError."""
        with self.file.open("rb") as file:
            text: str = file.read().decode()
        return text


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
