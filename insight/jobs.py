"""What this room does once a day."""

from datetime import timedelta

from core.services import register_job
from insight.alarms.watch import watch
from insight.effect import measure
from insight.exports.write import export
from insight.items.gather import gather
from insight.notify.news import tell
from insight.panel.work import retain as retain_panel
from insight.retention import retain

DAY = timedelta(days=1)


def register_jobs() -> None:
    """Called once, from ``AppConfig.ready()``."""
    register_job("insight.retention", DAY, retain)
    register_job("insight.panel", DAY, retain_panel)
    register_job("insight.alarms", DAY, watch)
    register_job("insight.items", DAY, gather)
    register_job("insight.effect", DAY, measure)
    register_job("insight.news", DAY, tell)
    register_job("insight.export", DAY, export)
