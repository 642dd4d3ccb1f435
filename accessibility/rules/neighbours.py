"""Links beside each other and of one name: WCAG 2.4.4, 3.2.5. Advice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, DocumentLink, Link, Picture
from accessibility.rules.base import Fault, Rule
from accessibility.rules.links import links
from accessibility.rules.registry import register_rule

NEW_TAB = re.compile(r"new (?:window|tab)", re.IGNORECASE)


def target(link: Link | DocumentLink) -> str:
    """Return what a link leads to, as one text."""
    if isinstance(link, DocumentLink):
        return f"document:{link.document_id}"
    return f"page:{link.page_id}" if link.page_id is not None else (link.href or "").strip().rstrip("/")


class ModelRule(Rule):
    """A rule whose counterpart for plain HTML knows more."""

    level = "warn"
    scope = "model"


@register_rule
class SameWords(ModelRule):
    """Links of the same words lead to the same place."""

    id = "link-same-words"
    criteria = ("2.4.4",)
    why = gettext_lazy("In a list of links nobody can tell them apart.")
    how = gettext_lazy("Say in each link what is different there.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the second and later links of a name that lead elsewhere than the first."""
        first: dict[str, str] = {}
        for link in links(content):
            name = link.text.lower()
            if name and first.setdefault(name, target(link)) != target(link):
                message = _("Another link “%(text)s” leads to another place.") % {"text": link.text}
                yield Fault(link.place, message, link.text)


@register_rule
class Adjacent(ModelRule):
    """Two links side by side do not lead to the same place."""

    id = "link-adjacent"
    criteria = ("2.4.4",)
    why = gettext_lazy("People who go from link to link meet the same one twice.")
    how = gettext_lazy("Make one link of the two.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield a link that leads where the one right before it leads."""
        for link in content.all(Link):
            own = f"page:{link.page_id}" if link.page_id is not None else link.href or ""
            if link.follows and link.follows == own:
                message = _("“%(text)s” leads where the link before it leads.") % {"text": link.text}
                yield Fault(link.place, message, link.text)


@register_rule
class NewTab(ModelRule):
    """A link that opens a new tab says so."""

    id = "link-new-tab"
    criteria = ("3.2.5",)
    why = gettext_lazy("The Back button does not lead back, and people are lost.")
    how = gettext_lazy("Let it open in the same tab, or write “(opens in a new tab)”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield links that open a new tab without a word."""
        for link in content.all(Link):
            if link.new_tab and not NEW_TAB.search(link.text):
                message = _("“%(text)s” opens a new tab and does not say so.") % {"text": link.text}
                yield Fault(link.place, message, link.text)


@register_rule
class AltRepeatsLink(ModelRule):
    """An image does not repeat the words of the link beside it."""

    id = "image-alt-repeats"
    criteria = ("1.1.1",)
    why = gettext_lazy("A screen reader says the same thing twice.")
    how = gettext_lazy("Tick “Image is decorative”: the words beside it say it already.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield images whose text is that of a link, a heading or a caption in the same block."""
        said: defaultdict[str, set[str]] = defaultdict(set)
        for node in content.nodes:
            if node.text and not isinstance(node, Picture):
                said[node.place.block_id or node.place.field].add(node.text.lower())
        for picture in content.all(Picture):
            alt = (picture.alt or "").strip().lower()
            if alt and alt in said[picture.place.block_id or picture.place.field]:
                message = _("The image's text “%(alt)s” stands beside it already.") % {"alt": picture.alt}
                yield Fault(picture.place, message, alt)
