"""Set-up of the translation room."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Gives every public page its language switcher and its links for search engines."""

    name = "translation"

    def ready(self) -> None:
        """Register the template globals and the demo's translations."""
        from core.services import pass_begins, register_demo, register_footer_link, register_gate, register_outbox
        from core.templating import register_global
        from translation import demand, follow, gate, machine, stale
        from translation.demo.loader import load
        from translation.desk import begin, titles, videos
        from translation.engines.draft import deliver
        from translation.models import BeginJob, DraftJob
        from translation.others.views import help_link
        from translation.phrases.overlay import refresh_all
        from translation.policy import register_policies
        from translation.switcher import hreflang_links, language_links

        register_gate("translation", gate.translation_findings)
        titles.connect()
        videos.connect()
        register_policies()
        register_outbox(BeginJob, begin.deliver)
        register_outbox(DraftJob, deliver)
        gate.connect()
        demand.connect()
        follow.connect()
        machine.connect()
        pass_begins.connect(refresh_all, dispatch_uid="translation.phrases")
        register_footer_link("help", help_link)
        register_global("language_links", language_links)
        register_global("stale_notice", stale.stale_notice)
        register_global("machine_helped", machine.machine_helped)
        register_global("hreflang_links", hreflang_links)
        register_demo("translation", load, after=["home", "services", "forms"])
