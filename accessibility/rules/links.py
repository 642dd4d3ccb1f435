"""Links: WCAG 2.4.4 and 2.1.1, and links that lead nowhere."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from accessibility.extract.tree import ContentTree, DocumentLink, Link
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

GENERIC = {
    # English, Polish, Urdu, Arabic.
    *("click here", "click", "here", "more", "read more", "learn more", "see more", "find out more", "more info"),
    *("more information", "more details", "details", "info", "link", "this link", "this page", "this", "download"),
    *("go", "continue", "open", "view", "website", "page", "document", "form", "pdf"),
    *("kliknij tutaj", "kliknij", "tutaj", "tu", "więcej", "czytaj więcej", "dowiedz się więcej", "link", "pobierz"),
    *("یہاں کلک کریں", "یہاں", "مزید", "مزید پڑھیں", "لنک", "ڈاؤن لوڈ"),
    *("انقر هنا", "اضغط هنا", "هنا", "المزيد", "اقرأ المزيد", "رابط", "تحميل"),
}
RAW_ADDRESS = re.compile(
    r"^(https?://|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.(uk|com|org|net|gov|io|eu)(/\S*)?$", re.IGNORECASE
)


def is_vague(text: str) -> bool:
    """Return whether the words of a link say nothing of where it goes."""
    return text.lower().strip(" .…>»→:!") in GENERIC


def links(content: ContentTree) -> Iterator[Link | DocumentLink]:
    """Yield links of both kinds in reading order."""
    for node in content.nodes:
        if isinstance(node, (Link, DocumentLink)):
            yield node


@register_rule
class LinkText(Rule):
    """A link says where it goes, read by itself."""

    id = "link-text"
    criteria = ("2.4.4",)
    why = gettext_lazy("Many people jump from link to link. “Click here” or an address does not say where it goes.")
    how = gettext_lazy("Name what the reader finds there, for example “Apply for a parking permit”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield links whose text is empty, a lone mark, generic or a raw address."""
        for link in links(content):
            if not re.search(r"\w", link.text):
                yield Fault(link.place, _("A link has no words."), link.text)
            elif is_vague(link.text):
                yield Fault(
                    link.place, _("The link “%(text)s” does not say where it goes.") % {"text": link.text}, link.text
                )
            elif RAW_ADDRESS.match(link.text):
                message = _("The link “%(text)s” is an address, not words.") % {"text": link.text}
                yield Fault(link.place, message, link.text)


@register_rule
class LinkTarget(Rule):
    """A link goes somewhere."""

    id = "link-target"
    criteria = ("2.1.1", "4.1.2")
    why = gettext_lazy("A link without a target does nothing, and by keyboard it cannot be reached.")
    how = gettext_lazy("Choose the page, file or address it should lead to, or remove the link.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield links to "", "#" or ``javascript:``."""
        for link in content.all(Link):
            href = (link.href or "").strip().lower()
            if link.page_id is None and (href in {"", "#", "http://", "https://"} or href.startswith("javascript:")):
                yield Fault(link.place, _("The link “%(text)s” leads nowhere.") % {"text": link.text}, link.text)


@register_rule
class LinkedPage(Rule):
    """A link to a page of this site leads to a page that residents can open."""

    id = "link-page"
    why = gettext_lazy("Readers who follow this link get an error page.")
    how = gettext_lazy("Publish that page first, or link to another one.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield links to pages that are gone or not published."""
        linked = [link for link in content.all(Link) if link.page_id is not None]
        if not linked:
            return
        live = dict(Page.objects.filter(pk__in={link.page_id for link in linked}).values_list("pk", "live"))
        for link in linked:
            if link.page_id not in live:
                yield Fault(
                    link.place, _("The link “%(text)s” leads to a page that is gone.") % {"text": link.text}, link.text
                )
            elif not live[link.page_id]:
                message = _("The link “%(text)s” leads to a page that is not published.") % {"text": link.text}
                yield Fault(link.place, message, link.text)
