"""The screen for a video's title, description and transcript in one language; captions make the first draft."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import Locale

from library.models import VideoText
from library.videos.base import VideoView, mark_of


class TextForm(forms.ModelForm[VideoText]):
    """The words of a video."""

    class Meta:
        model = VideoText
        fields = ("title", "description", "transcript")


class TextView(VideoView):
    """What a video is called, what it shows, and every word of it."""

    template = "library/admin/video_text.html"

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Draw the words; where no transcript is written, what the captions say."""
        text = self.text()
        drafted = "" if text.transcript.strip() else self.draft()
        form = TextForm(instance=text, initial={"transcript": drafted or text.transcript})
        return self.draw(request, form=form, drafted=bool(drafted), mark=mark_of(*words(text)))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Store the words, or put what the captions say into the box without storing."""
        text = self.text()
        said = words(text)
        mark = request.POST.get("mark", mark_of(*said))
        form = TextForm(request.POST, instance=text)
        if "draft" in request.POST:
            form = TextForm({**request.POST.dict(), "transcript": self.draft()}, instance=text)
            return self.draw(request, form=form, drafted=True, mark=mark)
        if not form.is_valid():
            return self.draw(request, 422, form=form, drafted=False, mark=mark)
        if mark != mark_of(*said) and said != words(text):
            return self.draw(request, 409, form=form, drafted=False, mark=mark_of(*said), theirs=said)
        form.save()
        self.video.save()
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(request.path)

    def text(self) -> VideoText:
        """Return the words in this language, or new ones. Raises Http404 where the site has no such language."""
        locale = get_object_or_404(Locale, language_code=self.language)
        known = VideoText.objects.filter(video=self.video, locale=locale).first()
        return known or VideoText(video=self.video, locale=locale, title=self.video.title)

    def draft(self) -> str:
        """Return what the captions in this language say, as paragraphs."""
        return "\n\n".join(self.video.caption_paragraphs(self.language))


def words(text: VideoText) -> tuple[str, str, str]:
    """Return what stands in the three boxes."""
    return text.title, text.description, text.transcript
