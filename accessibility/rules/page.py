"""The page as a whole: WCAG 2.4.2, 3.1.1, 3.1.2."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from accessibility.extract.tree import ContentTree, LanguagePart, Place
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@cache
def _languages() -> frozenset[str]:
    return frozenset(str(code).split("_")[0] for code in Locale("en").languages)


def is_language(tag: str) -> bool:
    """Return whether ``tag`` is a language tag (BCP 47) of a language that Unicode CLDR names."""
    return bool(TAG.fullmatch(tag)) and tag.split("-", maxsplit=1)[0].lower() in _languages()


@register_rule
class PageTitle(Rule):
    """A page has a title."""

    id = "page-title"
    criteria = ("2.4.2",)
    why = gettext_lazy("The title is the first thing that a screen reader says, and the name of the browser's tab.")
    how = gettext_lazy("Write a title that says what the page is for.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield a fault for an empty title; snippets have none (None) and need none."""
        if content.title is not None and not content.title.strip():
            yield Fault(Place("title"), _("The page has no title."))


@register_rule
class RepeatedTitle(Rule):
    """No two pages of one site and language have the same title."""

    id = "page-title-repeated"
    criteria = ("2.4.2",)
    level = "warn"
    why = gettext_lazy("In a list of search results or tabs nobody can tell the two pages apart.")
    how = gettext_lazy("Say in the title what is different on this page.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield a fault when another live page has the title. A page that was never saved has no site yet."""
        page = content.subject
        if not isinstance(page, Page) or page.pk is None or not (content.title or "").strip():
            return
        root = page.get_site()
        others = Page.objects.live().filter(title__iexact=content.title, locale_id=page.locale_id, alias_of=None)
        twins = others.exclude(pk=page.pk).exclude(translation_key=page.translation_key)
        if root is not None:
            twins = twins.filter(path__startswith=root.root_page.path)
        if twins.exists():
            yield Fault(Place("title"), _("Another page is called “%(title)s” too.") % {"title": content.title})


class LanguageRule(Rule):
    """Something names a language that exists."""

    why = gettext_lazy("Screen readers choose the voice by the language. A wrong one is not understood.")
    how = gettext_lazy("Use a code such as “pl” or “ur”.")

    def fault(self, place: Place, language: str, text: str) -> Fault:
        """Return the fault of a code that is no language."""
        return Fault(place, _("“%(code)s” is not the code of a language.") % {"code": language}, text)


@register_rule
class PageLanguage(LanguageRule):
    """The page names the language that it is in."""

    id = "language"
    criteria = ("3.1.1",)

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the code when it is no language."""
        if not is_language(content.language.strip()):
            root = content.document.root if content.document else None
            yield self.fault(Place("locale", element=root), content.language, "")


@register_rule
class PartLanguage(LanguageRule):
    """A part in another language names it."""

    id = "language-part"
    criteria = ("3.1.2",)

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield codes that are no language, of parts that have words."""
        for part in content.all(LanguagePart):
            if part.text and not is_language(part.language.strip()):
                yield self.fault(part.place, part.language, part.text)
