"""What the dashboards put into the schedule; ``AccessibilityConfig.ready`` calls it once."""

from datetime import timedelta

from core.services import register_job


def connect() -> None:
    """Keep each day's counts, and mail owners once a week."""
    from accessibility.reports.mail import mail_owners
    from accessibility.reports.site import remember_day

    register_job("accessibility.day", timedelta(hours=1), remember_day)
    register_job("accessibility.week", timedelta(days=7), mail_owners)
