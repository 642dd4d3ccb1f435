"""Words of the website itself that translators have changed since the release."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class Phrase(models.Model):
    """``text`` is said in ``locale`` instead of what the catalogue has for ``key``; ``form`` counts plural forms."""

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    key = models.CharField(max_length=64)
    form = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(_("in this language"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")
        constraints = [models.UniqueConstraint(fields=["locale", "key", "form"], name="one_text_a_phrase_and_form")]
