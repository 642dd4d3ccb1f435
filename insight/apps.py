"""Set-up of the insight room."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightConfig(AppConfig):
    """Feedback widget, event store, figures and what the council did about them."""

    name = "insight"
    verbose_name = _("Insight")

    def ready(self) -> None:
        """Give pages their questions, and register retention and demo content."""
        from core.services import register_demo, register_job
        from core.templating import register_global
        from insight.alarms.watch import watch
        from insight.demo.loader import load
        from insight.retention import retain
        from insight.widget.drawing import feedback_widget, form_feedback

        register_global("feedback_widget", feedback_widget)
        register_global("form_feedback", form_feedback)
        register_job("insight.retention", timedelta(days=1), retain)
        register_job("insight.alarms", timedelta(days=1), watch)
        register_demo("insight", load, after=["services"])
