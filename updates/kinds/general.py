"""News by topic, consultations: what is not about one page."""

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.services import public
from updates.kinds.base import Kind


class News(Kind):
    """News: all of it, or one topic."""

    name = "news"

    def label(self, key: str) -> str:
        """Return the topic in a sentence; a topic that no news has is none."""
        if not key:
            return _("All news")
        return _("News about “%(topic)s”") % {"topic": key} if key in news_topics() else ""

    def offered(self, page: Page | None) -> list[str]:  # noqa: ARG002 - the same wherever somebody comes from
        """Offer all news and each topic."""
        return ["", *news_topics()]


class Consultations(Kind):
    """Consultations: when one opens, shortly before it closes, and what came of it."""

    name = "consultation"

    def label(self, key: str) -> str:
        """Return the one topic there is."""
        return "" if key else _("Consultations: when you can have your say, and what we decided")

    def offered(self, page: Page | None) -> list[str]:  # noqa: ARG002 - the same wherever somebody comes from
        """Offer it."""
        return [""]


class Letters(Kind):
    """The council's newsletter."""

    name = "newsletter"

    def label(self, key: str) -> str:
        """Return the one topic there is."""
        return "" if key else _("Our newsletter")

    def offered(self, page: Page | None) -> list[str]:  # noqa: ARG002 - the same wherever somebody comes from
        """Offer it."""
        return [""]


def news_topics() -> list[str]:
    """Return the topics of live English news, from A to Z: the author's words, the same everywhere."""
    news = public(apps.get_model("services", "NewsPage").objects.live()).exclude(topic="")
    english = news.filter(Q(alias_of=None), locale__language_code="en")
    return sorted(set(english.values_list("topic", flat=True)), key=str.casefold)
