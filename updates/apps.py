"""Set-up of the room that keeps people updated."""

from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import post_save, pre_delete
from django.utils.translation import gettext_lazy as _


class UpdatesConfig(AppConfig):
    """Subscriptions, alerts, digests and newsletters."""

    name = "updates"
    verbose_name = _("Updates")

    def ready(self) -> None:
        """Register what can be followed, what is watched, how it is sent, and what is sealed."""
        from accessibility.services import register_extractor
        from core.services import register_demo, register_footer_link, register_outbox, register_sealed
        from forms.services import PersonHolding, register_person_holding
        from updates import rights
        from updates.delivering import deliver
        from updates.demo.loader import load
        from updates.footer import updates_link
        from updates.kinds import register_kind
        from updates.kinds.about_pages import Disruptions, PageChanges
        from updates.kinds.areas import Areas
        from updates.kinds.general import Consultations, Letters, News
        from updates.models import NewsletterWords, Sending, Subscriber
        from updates.newsletters import seen_in_letters

        for kind in (PageChanges(), Disruptions(), Areas(), News(), Consultations(), Letters()):
            register_kind(kind)
        register_extractor(NewsletterWords, seen_in_letters)
        register_outbox(Sending, deliver)
        register_sealed(Subscriber, "address", lambda row: row.place)
        register_footer_link("help", updates_link)
        register_demo("updates", load, after=["services"])
        forgotten = _("Updates to this contact are stopped and forgotten.")
        register_person_holding(PersonHolding("updates", rights.collect, rights.erase, forgotten))
        self._register_jobs()
        self._listen()

    @staticmethod
    def _register_jobs() -> None:
        from core.services import register_job
        from updates import digests, fan_out, refusals, retention
        from updates.newsletters import run_newsletters
        from updates.watching import clock

        register_job("updates.disruptions", timedelta(minutes=1), clock.watch_disruptions)
        register_job("updates.areas", timedelta(minutes=1), clock.watch_areas)
        register_job("updates.consultations", timedelta(hours=1), clock.watch_consultations)
        register_job("updates.fan_out", timedelta(seconds=10), fan_out.fan_out)
        register_job("updates.digests", timedelta(minutes=10), digests.send_digests)
        register_job("updates.newsletters", timedelta(minutes=1), run_newsletters)
        register_job("updates.refusals", timedelta(minutes=10), refusals.end_refused)
        register_job("updates.retention", timedelta(days=1), retention.retain)

    @staticmethod
    def _listen() -> None:
        from wagtail.models import Page, PageViewRestriction
        from wagtail.signals import page_published, page_unpublished

        from updates.watching import pages

        page_published.connect(pages.on_published, dispatch_uid="updates.published")
        page_unpublished.connect(pages.on_gone, dispatch_uid="updates.unpublished")
        pre_delete.connect(pages.on_deleted, Page, dispatch_uid="updates.deleted")
        post_save.connect(pages.on_restricted, PageViewRestriction, dispatch_uid="updates.restricted")
