"""A long document as a web page instead of a PDF: contents, print, and another format for whoever asks."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import BodyBlock
from services.contents import Section, sections_of
from services.models.linking import LinkingPage
from services.starters import StarterForm, publication_starter
from services.words.dates import day_in_words


class PublicationPage(LinkingPage):
    """A report, a policy, a plan: read here, found by the search, printed without menus."""

    published_on = models.DateField(_("day"), default=timezone.localdate)
    kind = models.CharField(
        _("kind"), max_length=60, blank=True, help_text=_("In one or two words, for example: Annual report.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    document = models.ForeignKey(
        "library.CustomDocument",
        models.SET_NULL,
        verbose_name=_("the same as a file"),
        null=True,
        blank=True,
        related_name="+",
    )
    format_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        verbose_name=_("page to ask for another format"),
        null=True,
        blank=True,
        related_name="+",
    )

    text_fields = ("body",)
    page_fields = ("format_page",)
    base_form_class = StarterForm
    starter = staticmethod(publication_starter)
    template = "pages/publication_page.jinja"
    parent_page_types: ClassVar[list[str]] = [
        "home.HomePage",
        "services.ServiceIndexPage",
        "services.IndexPage",
        "services.StandardPage",
    ]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("kind")]),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("document"), FieldPanel("format_page")], heading=_("Other formats")),
    ]

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    @cached_property
    def sections(self) -> list[Section]:
        """Its headings, for the contents; each has the place that the contents lead to."""
        return sections_of(self.body)

    @property
    def anchors(self) -> dict[str, str]:
        """The place of each heading by the id of its block."""
        return {section.block: section.anchor for section in self.sections}

    @property
    def other_format(self) -> Page | None:
        """The page to ask for another format, while it is live."""
        return self.linked.get(self.format_page_id) if self.format_page_id else None

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return self.published_on

    @property
    def listed_note(self) -> str:
        """Its kind and its day, in words."""
        return " · ".join(part for part in (self.kind, day_in_words(self.published_on)) if part)
