"""What the council promises about time, held as data: pages show it, forms freeze it, insight measures it."""

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import register_snippet

from core.models.contact import Contact
from core.promises.calendar import due_on
from core.promises.words import working_days_in_words

CONTACT_FIELDS = ("phone", "hours", "email", "in_person", "help_text")


@register_snippet
class ServicePromise(TranslatableMixin, models.Model):
    """How many working days a request takes, what happens next, and what to do if it is late."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    working_days = models.PositiveSmallIntegerField(
        _("working days"),
        validators=[MaxValueValidator(260)],
        help_text=_("Days after the request, without weekends and England's bank holidays. 0 means the same day."),
    )
    what_happens_next = models.TextField(_("what happens next"), help_text=_("Two or three plain sentences."))
    if_late = models.TextField(_("if it is late"), help_text=_("What you can do when the date has passed."))
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), null=True, blank=True, on_delete=models.PROTECT, related_name="promises"
    )

    panels = [FieldPanel(field) for field in ("name", "working_days", "what_happens_next", "if_late", "contact")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("service promise")
        verbose_name_plural = _("service promises")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def in_words(self) -> str:
        """Return for example "2 working days", in the active language."""
        return working_days_in_words(self.working_days)

    def due_on(self, start: date) -> date:
        """Return the day by which a request of ``start`` is dealt with."""
        return due_on(self.working_days, start)

    def frozen(self) -> dict[str, Any]:
        """Return a copy that JSON can hold; a form version keeps it, so that a later change binds nobody."""
        contact = self.contact
        return {
            "promise": str(self.translation_key),
            "locale": self.locale.language_code,
            "name": self.name,
            "working_days": self.working_days,
            "what_happens_next": self.what_happens_next,
            "if_late": self.if_late,
            "contact": _frozen_contact(contact) if contact else None,
        }


def _frozen_contact(contact: Contact) -> dict[str, str]:
    words = {field: getattr(contact, field) for field in CONTACT_FIELDS}
    return {**words, "language": contact.locale.language_code}
