"""Headings: WCAG 1.3.1 and 2.4.6."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Heading, Paragraph
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

LONGEST_FAKE_HEADING = 80


@register_rule
class EmptyHeading(Rule):
    """A heading has words."""

    id = "heading-empty"
    criteria = ("2.4.6", "1.3.1")
    why = gettext_lazy("Screen readers list headings. An empty one leads nowhere.")
    how = gettext_lazy("Write the heading, or remove it.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield headings without text."""
        for heading in content.all(Heading):
            if not heading.text:
                yield Fault(heading.place, _("This heading is empty."))


@register_rule
class HeadingOrder(Rule):
    """Levels go down one at a time, below the page title, which is level 1; counted across the blocks of a field."""

    id = "heading-order"
    criteria = ("1.3.1",)
    why = gettext_lazy("People jump from heading to heading. A missing level sounds as if a part of the page is lost.")
    how = gettext_lazy(
        "Use the next level down. The page title is level 1, so the first heading in the text is level 2."
    )

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield headings of level 1 in the body and headings that skip a level."""
        field, last = "", 1
        for heading in content.all(Heading):
            if heading.place.field != field:
                field, last = heading.place.field, 0 if content.from_markup else 1
            words = {"heading": heading.text, "level": heading.level, "expected": last + 1}
            if heading.level == 1 and not content.from_markup:
                yield Fault(
                    heading.place, _("“%(heading)s” has level 1, which is the page title's.") % words, heading.text
                )
            elif heading.level > last + 1:
                message = _("“%(heading)s” has level %(level)s, but level %(expected)s comes next.") % words
                yield Fault(heading.place, message, heading.text)
            last = heading.level


@register_rule
class FakeHeading(Rule):
    """What looks like a heading is one."""

    id = "heading-fake"
    criteria = ("1.3.1",)
    level = "warn"
    why = gettext_lazy(
        "Bold text looks like a heading but is not in the list of headings that a screen reader reads out."
    )
    how = gettext_lazy("If it is a heading, make it one. If it is not, use plain text.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield short paragraphs that are bold throughout and end without a full stop."""
        for paragraph in content.all(Paragraph):
            if paragraph.bold and len(paragraph.text) <= LONGEST_FAKE_HEADING and paragraph.text[-1] not in ".!?:;":
                message = _("“%(text)s” is bold, as if it were a heading.") % {"text": paragraph.text}
                yield Fault(paragraph.place, message, paragraph.text)
