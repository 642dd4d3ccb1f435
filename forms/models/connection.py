"""A place that requests are handed to, such as a case system. Forms name it; what it is may change under them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Connection(models.Model):
    """One receiver. ``connector`` says how it speaks; ``mapping``: our canonical answer name -> the receiver's field.

    A supplier is changed by making a second connection and naming it in ``replaced_by``: waiting and future requests
    go there, those that arrived are followed where they are.
    """

    key = models.SlugField(
        _("key"), max_length=40, unique=True, help_text=_("A short name that never changes, such as waste-system.")
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("Only staff see this name."))
    connector = models.SlugField(_("how it is reached"), max_length=40)
    options = models.JSONField(_("options"), default=dict, blank=True, help_text=_("As JSON, for example an address."))
    mapping = models.JSONField(
        _("names of the fields there"),
        default=dict,
        blank=True,
        help_text=_(
            "As JSON: our name of an answer, then theirs. Only these answers are sent. Empty: all, as named here."
        ),
    )
    secret = models.CharField(
        _("name of the secret"),
        max_length=80,
        blank=True,
        help_text=_("The name only. Its value is in the server's settings, never here."),
    )
    enabled = models.BooleanField(_("in use"), default=True, help_text=_("When it is not, its requests wait."))
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
        help_text=_("Requests that have not arrived yet, and all new ones, go there."),
    )
    last_success_at = models.DateTimeField(_("last success"), null=True, blank=True, editable=False)
    last_failure_at = models.DateTimeField(_("last failure"), null=True, blank=True, editable=False)
    last_code = models.CharField(_("last failure code"), max_length=80, blank=True, editable=False)

    class Meta:
        verbose_name = _("connection")
        verbose_name_plural = _("connections")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse options that the connector cannot use, a mapping that is none, and a circle of replacements."""
        from forms.delivery.options import mapping_faults, option_faults

        faults: dict[str, Any] = {"options": option_faults(self.connector, self.options)}
        faults["mapping"] = mapping_faults(self.mapping)
        if self.leads_to_itself():
            faults["replaced_by"] = [_("These connections replace each other in a circle. Choose another one.")]
        if found := {name: texts for name, texts in faults.items() if texts}:
            raise ValidationError(found)

    def leads_to_itself(self) -> bool:
        """Return whether following ``replaced_by`` comes to a connection for the second time."""
        seen, here = {self.pk}, self.replaced_by
        while here is not None:
            if here.pk in seen:
                return True
            seen.add(here.pk)
            here = here.replaced_by
        return False

    def current(self) -> "Connection":
        """Return where its requests go now: itself, or the last of those that replaced it."""
        here, seen = self, {self.pk}
        while here.replaced_by is not None and here.replaced_by_id not in seen:
            here = here.replaced_by
            seen.add(here.pk)
        return here


class FormConnection(Orderable):
    """One receiver of one form; the team's e-mail is sent beside it."""

    page = ParentalKey("onlineforms.FormPage", on_delete=models.CASCADE, related_name="connections")
    connection = models.ForeignKey(Connection, verbose_name=_("connection"), on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("connection")]

    class Meta(Orderable.Meta):
        verbose_name = _("connection of a form")
        verbose_name_plural = _("connections of forms")
        constraints = [models.UniqueConstraint(fields=["page", "connection"], name="one_connection_once_a_form")]

    def __str__(self) -> str:
        return str(self.connection)


class InboundEvent(models.Model):
    """What a receiver told us, by its own id: the second time it says the same, nothing happens."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    event_id = models.CharField(max_length=120)
    said_at = models.DateTimeField(_("said by the receiver at"))
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("event from a receiver")
        verbose_name_plural = _("events from receivers")
        constraints = [models.UniqueConstraint(fields=["connection", "event_id"], name="one_event_once")]

    def __str__(self) -> str:
        return self.event_id
