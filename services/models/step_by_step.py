"""A task that takes several services, one step after the other."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from services.journey_blocks import JourneyBlock
from services.models.linking import LinkingPage
from services.steps import Step, steps_of


class StepByStepPage(LinkingPage):
    """Leads through services that belong together; each of them says that it is part of this."""

    steps = StreamField(JourneyBlock(), verbose_name=_("steps"))

    text_fields = ("steps",)
    template = "pages/step_by_step_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*LinkingPage.content_panels, FieldPanel("steps")]

    class Meta:
        verbose_name = _("step by step")
        verbose_name_plural = _("step by steps")

    @property
    def more_ids(self) -> set[int]:
        """The ids of the pages that tasks lead to."""
        return {task["page"] for block in self.steps.raw_data for task in tasks_in(block["value"]) if task["page"]}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``steps``."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "steps": self.drawn_steps(request)}

    def drawn_steps(self, request: HttpRequest | None = None) -> list[Step]:
        """Return the steps as the template draws them; a task whose page is not live has no link."""
        return steps_of(self.steps, self.linked, request)


def tasks_in(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the raw tasks of a raw step: list items stand in the form with ids or, from old content, without."""
    tasks = value.get("tasks") or []
    return [task["value"] if isinstance(task, dict) and "value" in task else task for task in tasks]
