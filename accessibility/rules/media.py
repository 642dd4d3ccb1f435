"""Video, sound and embeds: WCAG 1.2.1, 1.2.2, 4.1.2."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Media
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule


@register_rule
class Captions(Rule):
    """A video has captions."""

    id = "video-captions"
    criteria = ("1.2.2",)
    why = gettext_lazy("Deaf people, and people who watch without sound, read what is said.")
    how = gettext_lazy("Open the video in the media library and add a captions file (WebVTT).")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield videos without a captions track."""
        for media in content.all(Media):
            if media.kind == "video" and not media.has_captions:
                yield Fault(
                    media.place, _("The video “%(title)s” has no captions.") % {"title": media.title}, media.title
                )


@register_rule
class Transcript(Rule):
    """A video or sound can be read, in the language of the page."""

    id = "media-transcript"
    criteria = ("1.2.1", "1.2.3")
    why = gettext_lazy("People who can neither see nor hear it, or have no data left, read it instead.")
    how = gettext_lazy("Open it in the media library and write the transcript in this page's language.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield videos and sounds without a transcript. Plain markup does not show where one is, so it is not asked."""
        for media in content.all(Media):
            if media.kind != "embed" and not media.has_transcript and not content.from_markup:
                message = _("“%(title)s” has no transcript in this page's language.") % {"title": media.title}
                yield Fault(media.place, message, media.title)


@register_rule
class EmbedTitle(Rule):
    """An embed has a name."""

    id = "embed-title"
    criteria = ("4.1.2",)
    why = gettext_lazy("A screen reader says only “frame” when an embed has no name.")
    how = gettext_lazy("Use the video block with a video from the media library.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield embeds without a title."""
        for media in content.all(Media):
            if media.kind == "embed" and not media.title.strip():
                yield Fault(media.place, _("Something from another site is shown here without a name."), media.text)
