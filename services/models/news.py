"""News: what has changed, newest first, and as a feed."""

from datetime import date
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from services.feeds import news_feed
from services.models.linking import LinkingPage
from services.models.routed import RoutedPage
from services.news import news_below, topics_below
from services.words.dates import day_in_words

PER_PAGE = 10


class NewsIndexPage(RoutedPage):
    """Lists news, newest first, by topic where a reader wants; ``feed/`` is the same as RSS."""

    views: ClassVar[dict[str, Any]] = {"feed": news_feed}
    template = "pages/news_index_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.NewsPage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``news`` (one page of it), ``topics``, the ``topic`` asked for and ``page_url``."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        topics = topics_below(self)
        asked = request.GET.get("topic", "")
        topic = asked if asked in topics else ""
        news = Paginator(news_below(self, topic), PER_PAGE).get_page(request.GET.get("page"))
        return {**context, "news": news, "topics": topics, "topic": topic}


class NewsPage(LinkingPage):
    """One piece of news."""

    published_on = models.DateField(_("day"), default=timezone.localdate)
    topic = models.CharField(
        _("topic"), max_length=60, blank=True, help_text=_("One or two words, the same on all news about it.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    text_fields = ("body",)
    template = "pages/news_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("topic")]),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return self.published_on

    @property
    def listed_note(self) -> str:
        """The day in words, and the topic."""
        return " · ".join(part for part in (day_in_words(self.published_on), self.topic) if part)
