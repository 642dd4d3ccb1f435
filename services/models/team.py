"""A team: who does what, and whom to ask instead, so that nobody is sent to the wrong door."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from services.journey_blocks import TasksBlock
from services.models.linking import LinkingPage
from services.steps import tasks_of


class TeamPage(LinkingPage):
    """What a team deals with, what it does not, and how to reach it."""

    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("contact"), null=True, blank=True, related_name="+"
    )
    deals_with = StreamField(TasksBlock(), blank=True, verbose_name=_("what this team deals with"))
    ask_others = StreamField(
        TasksBlock(), blank=True, verbose_name=_("what others deal with"), help_text=_("What people often ask here.")
    )

    text_fields: ClassVar[tuple[str, ...]] = ()
    template = "pages/team_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*LinkingPage.content_panels, *[FieldPanel(n) for n in ("deals_with", "ask_others", "contact")]]

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    @property
    def more_ids(self) -> set[int]:
        """The ids of the pages that its lists lead to."""
        blocks = [*self.deals_with.raw_data, *self.ask_others.raw_data]
        return {block["value"]["page"] for block in blocks if block["value"].get("page")}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``ours`` and ``others``: tasks as the template draws them."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "ours": tasks_of(self.deals_with, self.linked, request),
            "others": tasks_of(self.ask_others, self.linked, request),
        }
