"""In which ward a postcode lies, and how deprived its area is, as the council's own list has it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PostcodeWard(models.Model):
    """``postcode`` in capitals, without spaces.

    ``decile`` is that of the Index of Multiple Deprivation, 1 (most deprived) to 10; None where it is not known.
    """

    postcode = models.CharField(max_length=8, primary_key=True)
    ward = models.CharField(max_length=80)
    decile = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("ward of a postcode")
        verbose_name_plural = _("wards of postcodes")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.postcode}: {self.ward}"

    @staticmethod
    def tidied(postcode: str) -> str:
        """Return a postcode as the table holds it."""
        return "".join(postcode.split()).upper()[:8]
