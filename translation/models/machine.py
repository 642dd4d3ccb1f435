"""Pages whose words came from a machine in part."""

from django.db import models
from wagtail.models import Page


class MachineHelp(models.Model):
    """``page``, as it was published last, holds a sentence as a machine wrote it. The row goes when none is left."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
