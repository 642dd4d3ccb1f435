"""The upload form of a video: its kind, length and size are read from the file, and a statement is signed."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtailmedia.forms import BaseMediaForm

from library.footage import read
from library.intake import Policy, Refused, inspect

KINDS = ("mp4", "webm")
#: A code that HTML's ``lang`` takes (BCP 47): language, and script or country where they matter.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


class VideoForm(BaseMediaForm):
    """Takes a video after the intake looked into it."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.signer = user
        for name in ("described_version", "bsl_version"):
            if name in self.fields and self.instance.pk:
                self.fields[name].queryset = self.fields[name].queryset.exclude(pk=self.instance.pk)

    def clean_language(self) -> str:
        """Return the code of the spoken language; the player, its tracks and the addresses of their screens hold it."""
        code = str(self.cleaned_data["language"])
        if not _LANGUAGE.fullmatch(code):
            raise ValidationError(
                _("Enter the code of a language, such as en, pl or zh-hans. British Sign Language is bfi.")
            )
        return code

    def clean_file(self) -> Any:
        """Return the file with what it says about itself noted, or say in plain words why it is refused."""
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        outcome = inspect(upload, Policy(KINDS, settings.WAYMARK_LARGEST_VIDEO))
        if isinstance(outcome, Refused):
            raise ValidationError(outcome.message, code=outcome.code)
        try:
            facts = read(upload)
        except ValueError as error:
            message = _("This video cannot be read, so nobody could play it. Export it again as MP4 or WebM.")
            raise ValidationError(message, code="damaged") from error
        upload.seek(0)
        video = self.instance
        video.duration, video.width, video.height = facts.seconds, facts.width, facts.height
        video.size_bytes = upload.size
        return upload

    def clean(self) -> dict[str, Any]:
        """Keep who signed that all is said, and when; another file has to be signed for again."""
        cleaned: dict[str, Any] = super().clean()
        signed = bool(cleaned.get("all_visual_info_spoken"))
        if not signed:
            self.instance.spoken_signed_by, self.instance.spoken_signed_at = None, None
        elif {"file", "all_visual_info_spoken"} & set(self.changed_data) or not self.instance.spoken_signed_at:
            self.instance.spoken_signed_by = str(self.signer or "")
            self.instance.spoken_signed_at = timezone.now()
        return cleaned
