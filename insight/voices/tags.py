"""What answers are counted by besides the groups of the city. No resident is ever asked for any of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tag(models.TextChoices):
    """Of an area as the council's list of postcodes has it, told by staff, or of where the question was asked."""

    DEPRIVATION = "deprivation", _("Deprivation of the area")
    TENANT = "tenant", _("Tenant of the council")
    CAMPAIGN = "campaign", _("Campaign")
