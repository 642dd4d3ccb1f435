"""The groups of the city that the Residents' Panel should mirror, and how many people each holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.panel.dimensions import Dimension


class PanelGroup(models.Model):
    """One choice of the joining form; ``people`` is what the census counts, ``source`` says which one."""

    dimension = models.CharField(_("what it is about"), max_length=12, choices=Dimension)
    name = models.CharField(_("name"), max_length=80, help_text=_("People choose it in the joining form."))
    people = models.PositiveIntegerField(_("people in the city"))
    source = models.CharField(_("source"), max_length=160, help_text=_("For example: Census 2021, table TS007."))

    panels = [
        FieldRowPanel([FieldPanel("dimension"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("people"), FieldPanel("source")]),
    ]

    class Meta:
        verbose_name = _("group of the city")
        verbose_name_plural = _("groups of the city")
        ordering = ["dimension", "pk"]
        constraints = [models.UniqueConstraint(fields=["dimension", "name"], name="insight_panel_group_once")]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {self.name}"
