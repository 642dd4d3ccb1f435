"""The same site with our fixes taken off: what is left is what wagtail-localize and Wagtail do by themselves."""

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import TranslationSource

from core.models import BasePage
from core.publishing import registry
from forms.blocks.keys import Untranslated
from translation import follow, gate
from translation import policy as our_policy

BORDER = "translation.borders.LocaleBorderMiddleware"
#: What of ours listens to which signal.
EARS = (
    (page_published, "translation.published"),
    (page_unpublished, "translation.unpublished"),
    (post_page_move, "translation.moved"),
)


def take_off(settings, monkeypatch):
    """Take every fix off until the test ends."""
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if each != BORDER]
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "tests.translation.plain.DownTranslator"}
    monkeypatch.setattr(BasePage, "serve", Page.serve)
    monkeypatch.setattr(BasePage, "route", Page.route)
    monkeypatch.setattr(our_policy, "is_bound", lambda _user: False)
    monkeypatch.setattr(registry, "_gates", {})  # that of accessibility too: it would stop what the plain library does
    write = TranslationSource.create_or_update_translation
    monkeypatch.setattr(TranslationSource, "create_or_update_translation", write.__wrapped__)
    for method in ("get_translatable_segments", "restore_translated_segments"):
        monkeypatch.delattr(Untranslated, method)
    for signal, name in EARS:
        signal.disconnect(dispatch_uid=name)


def put_on_again():
    """Let our rooms listen again; what was patched comes back by itself."""
    follow.connect()
    assert hasattr(TranslationSource.create_or_update_translation, "__wrapped__")
    assert gate.translation_findings in registry._gates.values()


class DownTranslator:
    """A machine that does not answer."""

    display_name = "Down"

    def __init__(self, _options) -> None:
        pass

    def can_translate(self, *_locales):
        return True

    def translate(self, *_words):
        raise ConnectionError
