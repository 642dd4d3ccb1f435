"""Who to turn to, held once and shown everywhere: one change is true on every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class Team(models.Model):
    """A team that owns pages, forms and cases; ``email`` receives reminders and deliveries."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    email = models.EmailField(_("email"))

    # A column that is added to a full table must be nullable.
    deputy_email = models.EmailField(  # noqa: DJ001 - see above
        _("email of who stands in"),
        null=True,
        blank=True,
        help_text=_("The department's administrator: an owner may have left. They get the same reminders."),
    )

    panels = [FieldPanel("name"), FieldPanel("email"), FieldPanel("deputy_email")]

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@register_snippet
class Contact(TranslatableMixin, models.Model):
    """The other ways to do something: by phone, in person, with someone who helps."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    hours = models.CharField(_("opening hours"), max_length=160, blank=True)
    email = models.EmailField(_("email"), blank=True)
    in_person = models.CharField(_("in person"), max_length=200, blank=True)
    help_text = models.CharField(
        _("someone who can help"), max_length=200, blank=True, help_text=_("For example: digital help near you.")
    )
    help_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about that help"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    hubs = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("directory of local hubs"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its places stand beside the phone number, each with whether it is open now."),
    )

    panels = [
        *[FieldPanel(field) for field in ("name", "phone", "hours", "email", "in_person", "help_text", "help_page")],
        PageChooserPanel("hubs", "services.DirectoryPage"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
