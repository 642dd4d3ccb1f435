"""The wish to have a content checked: written with the upload, so that no crash can lose it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import OutboxItem


class DocumentCheckRequest(OutboxItem):
    """Its key is the content hash and the ruleset, so ten uploads of one file are checked once."""

    sha256 = models.CharField(_("content hash"), max_length=64)

    class Meta(OutboxItem.Meta):
        verbose_name = _("document to check")
        verbose_name_plural = _("documents to check")
        default_permissions = ()
