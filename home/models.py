"""The home page."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.models import BasePage
from home.blocks import TopTasksBlock
from insight.services import published_actions
from services.services import areas_of, link_to
from translation.services import in_language_of

#: How many things that we did stand on the home page.
ACTIONS_SHOWN = 3


class HomePage(BasePage):
    """The front door: search first, then what most people come for, then all services."""

    search_example = models.CharField(
        _("example search"),
        max_length=60,
        blank=True,
        help_text=_("Words that a resident would type, for example: rats in the garden."),
    )
    top_tasks = StreamField(TopTasksBlock(), blank=True, verbose_name=_("most people come for"))

    template = "pages/home_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels, FieldPanel("search_example"), FieldPanel("top_tasks")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``tasks``, ``areas`` (service areas) and ``actions`` (what was done about what residents said)."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        tasks = [link_to(page, words, request) for words, page in self.tasks]
        return {**context, "areas": areas_of(self), "actions": published_actions(ACTIONS_SHOWN), "tasks": tasks}

    @cached_property
    def tasks(self) -> list[tuple[str, Page]]:
        """The top tasks that are live: their words, and the page in this page's language where it exists.

        One that has no words of its own would show its title, so it is left out while it is private.
        """
        values = [block["value"] for block in self.top_tasks.raw_data]
        chosen = [(value["page"], value.get("label", "")) for value in values if value.get("page")]
        shown = in_language_of(self, [key for key, _label in chosen])
        pairs = ((label, shown.get(key)) for key, label in chosen)
        return [(label or page.title, page) for label, page in pairs if page and (label or not page.is_private)]
