"""Set-up of the accessibility room."""

from datetime import timedelta
from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccessibilityConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "accessibility"

    def ready(self) -> None:
        """Register the gate, the extractors, the audits, the statement and the nightly look at everything live."""
        from accessibility.browser import wiring as browser
        from accessibility.documents import wiring as documents
        from accessibility.extract.house import register_house
        from accessibility.extract.known import register_known
        from accessibility.gate import elsewhere, receiver, translations, workflow
        from accessibility.gate.bypasses import sweep_bypasses
        from accessibility.gate.invariants import EVERY, check_in_turns
        from accessibility.gate.verdict import static_findings
        from accessibility.reports import wiring as reports
        from accessibility.statement import wiring as statement
        from core.services import register_gate, register_job

        documents.connect()
        browser.connect()
        statement.connect()
        reports.connect()
        register_known()
        register_house()
        register_gate("accessibility", static_findings)
        receiver.connect()
        elsewhere.connect()
        translations.connect()
        workflow.replace_approval_mail()
        register_job("accessibility.invariants", EVERY, check_in_turns)
        register_job("accessibility.bypasses", timedelta(hours=1), sweep_bypasses)
        post_migrate.connect(create_auditors, sender=self)


def create_auditors(sender: AppConfig, using: str = "default", **_: Any) -> None:
    """Make the group "Auditors", who read the reports and decide nothing. An existing group is left as it is."""
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    for app in (sender, apps.get_app_config("wagtailadmin")):  # the second gets its turn after this room
        create_permissions(app, using=using, verbosity=0)
    group, created = Group.objects.using(using).get_or_create(name="Auditors")
    if created:
        wanted = Permission.objects.using(using).filter(
            codename__in=["view_report", "view_documentaudit", "access_admin"]
        )
        group.permissions.set(wanted.filter(content_type__app_label__in=["accessibility", "wagtailadmin"]))
