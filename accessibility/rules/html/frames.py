"""Frames: WCAG 4.1.2 and 2.1.1. The ids in brackets are those of the W3C's ACT rules."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule


@register_rule
class FrameName(HtmlRule):
    """A frame has a name (cae760)."""

    id = "html-frame-name"
    criteria = ("4.1.2",)
    tags = ("frame",)
    message = _("This frame has no name.")
    why = _("A screen reader says only “frame”.")
    how = _("Give it a title that says what is in it.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.name(element)


@register_rule
class FramesOfOneName(HtmlRule):
    """Frames of one name hold one thing (4b1c6c)."""

    id = "html-frame-same-name"
    criteria = ("4.1.2",)
    level = "warn"
    tags = ("iframe",)
    message = _("Two frames have one name but show different pages.")
    why = _("People cannot tell them apart.")
    how = _("Name each by what is in it.")

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        named: defaultdict[str, list[Element]] = defaultdict(list)
        for frame in page.all("iframe"):
            if not page.hidden(frame):
                named[page.name(frame).lower()].append(frame)
        for name, frames in named.items():
            sources = {(frame.get("src") or frame.get("srcdoc") or "").split("#")[0] for frame in frames}
            if name and len(sources) > 1:
                yield frames[1]


@register_rule
class UnreachableFrame(HtmlRule):
    """The keyboard reaches what is in a frame (akn7bn)."""

    id = "html-frame-tabindex"
    criteria = ("2.1.1",)
    tags = ("iframe",)
    message = _("The keyboard cannot reach what is in this frame.")
    why = _("Links and fields in it are lost for people who use no mouse.")
    how = _("Remove the tabindex.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        inner = element.get("srcdoc")
        idle = inner is not None and not any(mark in inner for mark in ("<a ", "<button", "<input", "tabindex"))
        return (element.get("tabindex") or "").strip().startswith("-") and not idle
