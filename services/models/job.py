"""Jobs at the council: what is open now, and each job until its closing time."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.models import BasePage
from core.services import public
from services.listing import truly_translated
from services.models.linking import LinkingPage
from services.starters import StarterForm, job_starter
from services.words.jobs import closes_in_words


class JobsPage(BasePage):
    """Lists the jobs that are still open, the one that closes first at the top."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("how to apply"))

    template = "pages/jobs_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "services.ServiceIndexPage", "services.IndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.JobPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of jobs")
        verbose_name_plural = _("lists of jobs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``jobs``: the live ones that are open."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        jobs = truly_translated(public(JobPage.objects.child_of(self).live())).select_related("locale")
        return {**context, "jobs": list(jobs.filter(closes_at__gt=timezone.now()).order_by("closes_at"))}


class JobPage(LinkingPage):
    """One job. After its closing time it says so, and nobody can apply."""

    closes_at = models.DateTimeField(_("closes at"))
    reference = models.CharField(_("reference"), max_length=40, blank=True)
    pay = models.CharField(_("pay"), max_length=80, help_text=_("For example: £27,000 a year."))
    hours = models.CharField(_("hours"), max_length=80, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    apply_url = models.URLField(_("address to apply at"), blank=True)
    contact = models.ForeignKey(
        "core.Contact", models.SET_NULL, verbose_name=_("other ways"), null=True, blank=True, related_name="+"
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    text_fields = ("body",)
    base_form_class = StarterForm
    starter = staticmethod(job_starter)
    template = "pages/job_page.jinja"
    parent_page_types: ClassVar[list[str]] = ["services.JobsPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *LinkingPage.content_panels,
        FieldRowPanel([FieldPanel("closes_at"), FieldPanel("reference")]),
        MultiFieldPanel([FieldPanel(name) for name in ("pay", "hours", "place")], heading=_("The job")),
        MultiFieldPanel([FieldPanel("apply_url"), FieldPanel("contact")], heading=_("Apply")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")

    def clean(self) -> None:
        """Refuse a job that nobody can apply for."""
        super().clean()
        if not self.apply_url and not self.contact_id:
            raise ValidationError({"apply_url": _("Say how to apply: give an address or choose a contact.")})

    @property
    def is_over(self) -> bool:
        """Whether nobody can apply any more."""
        return self.closes_at <= timezone.now()

    @property
    def listed_on(self) -> date:
        """The day that it is listed by."""
        return timezone.localdate(self.closes_at)

    @property
    def listed_note(self) -> str:
        """Its pay, and until when one can apply."""
        return f"{self.pay} · {self.closes_words}"

    @property
    def closes_words(self) -> str:
        """Until when one can apply."""
        return closes_in_words(self.closes_at)
