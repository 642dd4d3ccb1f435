"""What stands in a new page before its author writes: the questions that every page of its type answers."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

#: The level of the headings that a new page begins with.
TOP_LEVEL = "2"


def service_starter() -> list[tuple[str, Any]]:
    """Return the body of a new service page; its author fills in or removes each part."""
    headings = [_("Who can use this"), _("What you need"), _("What happens next")]
    return _under(headings)


def consultation_starter() -> list[tuple[str, Any]]:
    """Return the body of a new consultation."""
    return _under([_("What could change"), _("Why we ask"), _("Who decides, and when")])


def publication_starter() -> list[tuple[str, Any]]:
    """Return the body of a new publication."""
    return _under([_("In short"), _("Why we have this"), _("What we will do"), _("How we will know")])


def job_starter() -> list[tuple[str, Any]]:
    """Return the body of a new job."""
    return _under([_("What you will do"), _("What you need"), _("What we offer")])


def standard_starter() -> list[tuple[str, Any]]:
    """Return the body of a new page of information."""
    return _under([_("What to know"), _("What you can do")])


def _under(headings: Sequence[str]) -> list[tuple[str, Any]]:
    parts: list[tuple[str, Any]] = []
    for text in headings:
        parts += [("heading", {"text": text, "level": TOP_LEVEL}), ("paragraph", "")]
    return parts


class StarterForm(WagtailAdminPageForm):
    """The editor's form of a page type with a starter: only a page that was never stored gets it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        if instance is not None and not instance.pk and not instance.body:
            instance.body = instance.starter()
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Leave out, of what goes to readers or to an editor, the parts of the starter that nobody wrote under."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("body") and ("action-publish" in self.data or "action-submit" in self.data):
            leave_out_unwritten(cleaned["body"], {value["text"] for kind, value in self.instance.starter() if value})
        return cleaned


def leave_out_unwritten(body: StreamValue, headings: set[str]) -> None:
    """Take out empty paragraphs, and each of these headings that nothing stands under."""
    written = False
    for number in reversed(range(len(body))):
        block = body[number]
        is_heading = block.block_type == "heading"
        is_empty = block.block_type == "paragraph" and not strip_tags(str(block.value)).strip()
        if is_empty or (is_heading and not written and block.value["text"] in headings):
            del body[number]
        else:
            # A smaller heading belongs to what stands under the larger one before it.
            written = not is_heading or block.value["level"] != TOP_LEVEL
