"""The page as a whole: WCAG 2.4.2, 3.1.1, 3.1.2."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
class Language(Rule):
    """The page and its parts name a language that exists."""

    id = "language"
    criteria = ("3.1.1", "3.1.2")
    why = gettext_lazy("Screen readers choose the voice by the language. A wrong one is not understood.")
    how = gettext_lazy("Use a code such as “pl” or “ur”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield codes that are no language."""
        parts = [(Place("locale"), content.language, "")]
        parts += [(part.place, part.language, part.text) for part in content.all(LanguagePart)]
        for place, language, text in parts:
            if not is_language(language):
                yield Fault(place, _("“%(code)s” is not the code of a language.") % {"code": language}, text)
