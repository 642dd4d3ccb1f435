"""What members may say about themselves; residents read these words in the joining form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Dimension(models.TextChoices):
    """In the order of the form."""

    WARD = "ward", _("Ward")
    AGE = "age", _("Age")
    DISABILITY = "disability", _("Disability")
    LANGUAGE = "language", _("Main language")
    ETHNICITY = "ethnicity", _("Ethnic group")
