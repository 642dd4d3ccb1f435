"""Set-up of the online forms room."""

from datetime import timedelta
from operator import attrgetter

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormsConfig(AppConfig):
    """The label is ``onlineforms`` because ``forms`` is Django's own."""

    name = "forms"
    label = "onlineforms"
    verbose_name = "Online forms"

    def ready(self) -> None:
        """Fill the registries: gate, connectors, outbox, erasure, demo content; compile on publish."""
        from core.services import (
            register_gate,
            register_job,
            register_rotation,
            register_sealed,
            register_top_link,
        )
        from forms import publishing
        from forms.accessible import register_questions
        from forms.models import Draft
        from forms.retention import erase_due
        from forms.runner.prefill import offer_other_format
        from forms.sealed_files import SealedFiles
        from forms.wiring import connect
        from library.services import register_other_format

        connect()
        register_other_format(offer_other_format)
        register_gate("forms", publishing.form_findings)
        publishing.connect()
        register_questions()
        register_sealed(Draft, "sealed", attrgetter("place"))
        register_rotation(SealedFiles())
        register_job("forms.erase", timedelta(hours=1), erase_due)
        register_top_link("forms:lookup", _("My requests"))
