"""Where authors write a form. Nothing is ever run from here: publishing compiles a ``FormVersion``."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.models import BasePage
from forms.blocks import StepsBlock
from forms.models.fields import StepsField

PLAIN = ["bold", "link", "ul", "ol"]


class FormPage(BasePage):
    """An online form: a start page and its steps."""

    template = "forms/start.jinja"
    subpage_types: ClassVar[list[str]] = []
    #: What a page shows as its date promise and its closing words comes from core's ServicePromise.
    promise = models.ForeignKey(
        "core.ServicePromise",
        verbose_name=_("service promise"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What we promise, and who to call. A form cannot be published without it."),
    )
    service = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about this service"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    start_text = RichTextField(_("before you start"), features=PLAIN, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), default=5, validators=[MinValueValidator(1)], help_text=_("Time a few people first.")
    )
    privacy_notice = RichTextField(
        _("privacy notice"),
        features=PLAIN,
        blank=True,
        help_text=_("What we do with the answers, and for how long. A form cannot be published without it."),
    )
    retention_draft_days = models.PositiveSmallIntegerField(_("days we keep unfinished answers"), default=28)
    retention_done_days = models.PositiveSmallIntegerField(_("days we keep a request after it is closed"), default=365)
    retention_file_days = models.PositiveSmallIntegerField(
        _("days we keep files after a request is closed"),
        null=True,
        blank=True,
        help_text=_("Empty: as long as the request."),
    )
    assisted_allowed = models.BooleanField(_("staff may fill it in for a caller"), default=True)
    steps = StepsField(StepsBlock(), verbose_name=_("steps"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("start_text"),
        FieldPanel("steps"),
        FieldPanel("privacy_notice"),
        InlinePanel("examples", heading=_("Examples"), help_text=_("They run each time the form is published.")),
    ]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("promise"), PageChooserPanel("service"), FieldPanel("minutes")], heading=_("Promise")
        ),
        MultiFieldPanel(
            [FieldPanel(f"retention_{name}_days") for name in ("draft", "done", "file")], heading=_("Keeping")
        ),
        FieldPanel("assisted_allowed"),
        InlinePanel(
            "connections",
            heading=_("Connections"),
            help_text=_("Systems that get each request, beside the team's e-mail and the list of requests."),
        ),
        *BasePage.settings_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("start_text")]

    class Meta:
        verbose_name = _("online form")
        verbose_name_plural = _("online forms")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the start page its form, as compiled if it is live, else as the author has it now."""
        from forms.runner.start import start_context

        return {**super().get_context(request, *args, **kwargs), **start_context(self)}
