"""Set-up of the services room."""

from datetime import timedelta
from typing import Any

from django.apps import AppConfig
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save


def forget_disruptions(**_: Any) -> None:
    """Show what changed at once."""
    from core.services import forget_kept

    forget_kept()


class ServicesConfig(AppConfig):
    """See docs/architecture.md for what this room holds."""

    name = "services"

    def ready(self) -> None:
        """Hold back how-to videos that somebody could not follow; give templates and the demo what they need."""
        from accessibility.services import PageMaker, register_page_maker
        from core.services import register_demo, register_gate
        from core.templating import register_global
        from services.companions import easy_read_of, parts_of
        from services.demo.loader import load
        from services.disruptions import disruptions_on
        from services.gate import video_findings
        from services.hubs import hubs_of
        from services.known_pages import forget
        from services.links import page_links
        from services.models import ServiceDisruption
        from services.publication import allowed_parents, make_draft
        from services.redirect_form import check_redirects
        from services.structured import share_card, structured_data

        for begun_or_ended in (request_started, request_finished):
            begun_or_ended.connect(forget, dispatch_uid="services.known_pages")
        register_global("page_links", page_links)
        register_global("parts_of", parts_of)
        register_global("easy_read_of", easy_read_of)
        register_global("disruptions_on", disruptions_on)
        register_global("hubs_of", hubs_of)
        register_global("share_card", share_card)
        register_global("structured_data", structured_data)
        for signal in (post_save, post_delete):
            signal.connect(forget_disruptions, ServiceDisruption, dispatch_uid="services.disruptions")
        check_redirects()
        register_gate("services.video", video_findings)
        register_page_maker(PageMaker(make_draft, allowed_parents))
        register_demo("services", load, after=["core", "library", "forms", "standard"])
        self._register_more()

    @staticmethod
    def _register_more() -> None:
        """Jobs of the clock, and what a room that stands below asks this one by name."""
        from core.services import register_job
        from core.templating import register_global
        from services.colleagues.leavers import erase_leavers
        from services.governance.reminders import remind
        from services.signed import signed_pages

        register_global("signed_pages", signed_pages)
        register_job("services.review_dates", timedelta(days=1), remind)
        register_job("services.leavers", timedelta(days=1), erase_leavers)
