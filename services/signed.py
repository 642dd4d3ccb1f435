"""Which pages have a video in British Sign Language. Kept for some seconds."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language

from core.services import kept, public
from services.links import PageLink, page_links
from services.listing import truly_translated
from services.models import HowToVideoPage

#: BCP 47: British Sign Language, for a video that is signed and has no other version.
BSL = "bfi"


def signed_pages(request: HttpRequest) -> list[PageLink]:
    """Return a link to each page with a BSL video, in the active language where translated, else in English."""
    key = f"signed:{get_language()}:{request.get_host()}"
    return kept(key, lambda: page_links(_read(), request))


def _read() -> list[HowToVideoPage]:
    wanted = get_language() or settings.LANGUAGE_CODE
    has = Q(video__bsl_version__isnull=False) | Q(video__language=BSL)
    languages = {wanted, settings.LANGUAGE_CODE}
    pages = public(HowToVideoPage.objects.live()).filter(has, locale__language_code__in=languages)
    found = list(truly_translated(pages).prefetch_related(None))
    translated = {page.translation_key for page in found if page.locale.language_code == wanted}
    shown = [page for page in found if page.locale.language_code == wanted or page.translation_key not in translated]
    return sorted(shown, key=lambda page: page.title.casefold())
