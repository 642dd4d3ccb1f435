"""Set-up of the insight room."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class InsightConfig(AppConfig):
    """Feedback widget, event store, figures and what the council did about them."""

    name = "insight"
    verbose_name = _("Insight")

    def ready(self) -> None:
        """Give pages their questions, register what runs each day, what is sealed, and demo content."""
        from core.services import register_demo, register_footer_link, register_sealed
        from core.templating import register_global
        from insight import follow
        from insight.checks import name_model
        from insight.demo.loader import load
        from insight.exports.views import install, step_aside
        from insight.jobs import register_jobs
        from insight.models import PanelInvitation, PanelMember, Subscription
        from insight.performance.footer import performance_link
        from insight.sinks.wiring import connect
        from insight.widget.drawing import feedback_widget, form_feedback

        register_global("feedback_widget", feedback_widget)
        register_global("form_feedback", form_feedback)
        register_jobs()
        connect()
        follow.connect()
        checks.register(name_model)
        register_sealed(Subscription, "address", lambda row: row.place)
        register_sealed(PanelMember, "sealed", lambda row: row.place)
        register_sealed(PanelInvitation, "sealed", lambda row: row.place)
        pre_migrate.connect(step_aside, sender=self)
        post_migrate.connect(install, sender=self)
        register_footer_link("results", performance_link)
        register_demo("insight", load, after=["services"])
