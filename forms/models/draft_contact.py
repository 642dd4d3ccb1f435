"""By which contact details an unfinished form is found when its owner asks what we hold about them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftContact(models.Model):
    """``contact_hash`` is the keyed hash of an e-mail address or phone number; that itself lies sealed in the draft."""

    draft = models.ForeignKey("onlineforms.Draft", on_delete=models.CASCADE, related_name="contacts")
    contact_hash = models.CharField(max_length=64, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("contact of an unfinished form")
        verbose_name_plural = _("contacts of unfinished forms")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["draft", "contact_hash"], name="one_contact_a_draft")]

    def __str__(self) -> str:
        return str(self.draft_id)
