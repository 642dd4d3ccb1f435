"""Images: WCAG 1.1.1."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Picture
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

FILE_NAME = re.compile(
    r"(\.(jpe?g|png|gif|webp|svg|bmp|tiff?|heic)$)|(^(img|dsc|dscn|pxl|image)[-_ ]?\d+$)", re.IGNORECASE
)
PLACEHOLDER = re.compile(
    r"^(an? )?(alt|alt(ernative)? text|image|img|photo(graph)?|picture|pic|graphic|icon|logo|untitled|placeholder"
    r"|spacer|banner|thumbnail|chart|diagram|screenshot|todo|tbc|test|xx+|\W+|\d+)$",
    re.IGNORECASE,
)
OPENING = re.compile(r"^(an? |the )?(image|picture|photo|photograph|graphic|icon|drawing) (of|showing) ", re.IGNORECASE)
LONGEST_ALT = 125


@register_rule
class MissingAlt(Rule):
    """An image says what it shows, or says that it is decoration."""

    id = "image-alt"
    criteria = ("1.1.1",)
    why = gettext_lazy("People who cannot see the image hear its text instead. Without it they get nothing.")
    how = gettext_lazy("Write what the image tells the reader. If it is only decoration, tick “Image is decorative”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield images with neither text nor the answer "decorative"."""
        for picture in content.all(Picture):
            if not picture.decorative and not (picture.alt or "").strip():
                name = PurePosixPath(picture.file_name).name
                message = _("The image “%(name)s” has no text for people who cannot see it.") % {"name": name}
                yield Fault(picture.place, message, name)


@register_rule
class MeaninglessAlt(Rule):
    """An image's text is not a file name or a filler."""

    id = "image-alt-filler"
    criteria = ("1.1.1",)
    why = gettext_lazy("A file name or a word such as “image” tells nobody what the image shows.")
    how = gettext_lazy("Write what the image tells the reader, as you would say it on the phone.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield images whose text is a file name, an ending or a placeholder."""
        for picture in content.all(Picture):
            alt = (picture.alt or "").strip()
            if not picture.decorative and alt and self._is_filler(alt, picture.file_name):
                yield Fault(picture.place, _("“%(alt)s” does not say what the image shows.") % {"alt": alt}, alt)

    def _is_filler(self, alt: str, file_name: str) -> bool:
        stem = PurePosixPath(file_name).stem
        copied = alt == stem and bool(re.search(r"[_\d]", stem))
        return copied or bool(FILE_NAME.search(alt) or PLACEHOLDER.match(alt))


@register_rule
class WordyAlt(Rule):
    """An image's text is short and starts with what matters."""

    id = "image-alt-style"
    criteria = ("1.1.1",)
    level = "warn"
    why = gettext_lazy("A screen reader says “image” by itself, and long texts cannot be paused.")
    how = gettext_lazy("Start with what it shows. Keep it under 125 characters; put the rest in the text.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield texts that open with "image of" or are too long."""
        for picture in content.all(Picture):
            alt = (picture.alt or "").strip()
            if OPENING.match(alt):
                yield Fault(picture.place, _("“%(alt)s” need not say that it is an image.") % {"alt": alt}, alt)
            elif len(alt) > LONGEST_ALT:
                yield Fault(picture.place, _("The text of this image is too long."), alt)


@register_rule
class AnimatedImage(Rule):
    """An image stands still."""

    id = "image-animated"
    criteria = ("2.2.2",)
    level = "warn"
    scope = "model"
    why = gettext_lazy("What moves draws the eye away from the words, and some people cannot look past it.")
    how = gettext_lazy("Use a still image, or a video that people start themselves.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield GIF files."""
        for picture in content.all(Picture):
            if picture.file_name.lower().endswith(".gif"):
                name = PurePosixPath(picture.file_name).name
                yield Fault(picture.place, _("“%(name)s” may be an animated image.") % {"name": name}, name)
