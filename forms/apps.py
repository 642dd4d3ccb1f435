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
            register_demo,
            register_gate,
            register_job,
            register_outbox,
            register_sealed,
            register_top_link,
        )
        from core.templating import register_global
        from forms import publishing
        from forms.accessible import register_questions
        from forms.delivery.contrib.team_mail import TeamMail
        from forms.delivery.registry import deliver, register_connector
        from forms.demo.loader import load, load_demo_library
        from forms.exchange.wiring import connect as connect_exchange
        from forms.models import Delivery, Draft, Submission
        from forms.retention import erase_due
        from forms.runner.prefill import offer_other_format
        from forms.runner.words import day_in_words
        from library.services import register_other_format

        register_global("day_in_words", day_in_words)
        register_other_format(offer_other_format)
        register_gate("forms", publishing.form_findings)
        publishing.connect()
        register_questions()
        register_connector(TeamMail())
        register_outbox(Delivery, deliver)
        for model in (Draft, Submission):
            register_sealed(model, "sealed", attrgetter("place"))
        register_job("forms.erase", timedelta(hours=1), erase_due)
        register_demo("forms-library", load_demo_library, after=["core"])
        register_demo("forms", load, after=["core"])
        register_top_link("forms:lookup", _("My requests"))
        connect_exchange()
