"""Where the screens of this room stand in Wagtail's admin."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translation.desk.glossary import GlossaryView
from translation.desk.send import SendView
from translation.desk.views import EditView, FileView, QueueView, StartView
from translation.permissions import is_bound, locales_of, locales_within
from translation.phrases.views import PhraseFileView, PhrasesView


class TranslationsMenuItem(MenuItem):
    """Shown to whoever translates into some language."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user has a language."""
        return locales_of(request.user).exists()


def admin_urls() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("translate/", QueueView.as_view(), name="translation_queue"),
        path("translate/begin/<int:locale_id>/<int:page_id>/", StartView.as_view(), name="translation_start"),
        path("translate/glossary/<slug:code>/", GlossaryView.as_view(), name="translation_glossary"),
        path("translate/words/<slug:code>/", PhrasesView.as_view(), name="translation_phrases"),
        path("translate/words/<slug:code>/po/", PhraseFileView.as_view(), name="translation_phrase_file"),
        path("translate/send/", SendView.as_view(), name="translation_send"),
        path("translate/<uuid:uuid>/", EditView.as_view(), name="translation_edit"),
        path("translate/<uuid:uuid>/<slug:ending>/", FileView.as_view(), name="translation_file"),
    ]


def menu_item() -> MenuItem:
    """Put the desk into the main menu."""
    return TranslationsMenuItem(
        _("Translations"), reverse("translation_queue"), "translations", icon_name="globe", order=310
    )


def own_pages(pages: Any, request: HttpRequest) -> Any:
    """Leave the pages of a bound translator's languages in choosers; the root of all stays, to come by them."""
    if not is_bound(request.user):
        return pages
    return pages.filter(Q(locale__in=locales_within(request.user)) | Q(depth=1))


hooks.register("construct_page_chooser_queryset", own_pages)
hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_menu_item", menu_item)
