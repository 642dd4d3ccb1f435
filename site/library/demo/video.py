"""The how-to video of the demonstration, with its captions and words. ``tools/video`` made the files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from core.services import DemoContext
from library.captions import paragraphs, parse
from library.footage import read
from library.models import Video, VideoText, VideoTrack

MEDIA = Path(settings.BASE_DIR) / "services" / "demo" / "media"


def load(context: DemoContext) -> None:
    """Make the videos that are missing, one a story that has been recorded; ``make videos`` records the others."""
    for story in sorted(file for file in MEDIA.glob("*.yaml") if file.with_suffix(".webm").exists()):
        told = context.read(story)
        if not Video.objects.filter(title=told["title"]).exists():
            add_words(context, make_video(context, story, told), story, told)


def make_video(context: DemoContext, story: Path, told: dict[str, Any]) -> Video:
    """Make a video of the recording that stands beside ``story``; other loaders find it by its title."""
    recording = story.with_suffix(".webm")
    with recording.open("rb") as opened:
        facts = read(opened)
    video: Video = Video.objects.create(
        title=told["title"],
        type="video",
        language="en",
        duration=facts.seconds,
        width=facts.width,
        height=facts.height,
        size_bytes=recording.stat().st_size,
        file=_copy(recording),
        thumbnail=_copy(story.with_suffix(".webp")),
        poster_alt=told["poster_alt"],
        all_visual_info_spoken=True,
        spoken_signed_by="editor",
        spoken_signed_at=timezone.now(),
        uploaded_by_user=context.user("author"),
    )
    return video


def add_words(context: DemoContext, video: Video, story: Path, told: dict[str, Any]) -> None:
    """Add the captions, and the transcript that is made of them."""
    captions = story.with_suffix(".vtt")
    VideoTrack.objects.create(video=video, language="en", file=_copy(captions), checked_by="editor")
    VideoText.objects.create(
        video=video,
        locale=context.locale(),
        title=told["title"],
        description=told["description"],
        transcript="\n\n".join(paragraphs(parse(captions.read_text(encoding="utf-8")))),
    )


def _copy(file: Path) -> ContentFile[bytes]:
    return ContentFile(file.read_bytes(), name=file.name)
