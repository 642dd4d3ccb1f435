"""What ``layouts/base.jinja`` asks for: registered as Jinja globals, so that templates import nothing."""

from typing import Any

import jinja2
from django.conf import settings
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from core.alerts import alert_banners
from core.brand.current import current_brand
from core.brand.stylesheet import digest, icon, stylesheet
from core.comfort.words import settings_link
from core.languages import direction, language_name
from core.models.page import UNTRANSLATED_PARAMETER
from core.navigation import (
    breadcrumbs,
    council_contact,
    footer_links,
    page_link,
    register_footer_link,
    site_path,
    top_links,
)
from core.templating import register_global

UNTRANSLATED = gettext_noop("We do not have this page in your language yet. Here it is in English.")


def register_frame() -> None:
    """Give every public template what the frame needs."""
    for function in (
        alert_banners,
        breadcrumbs,
        council_contact,
        footer_links,
        page_link,
        register_footer_link,
        site_path,
        top_links,
    ):
        register_global(function.__name__, function)
    register_global("untranslated_notice", untranslated_notice)
    register_global("brand", current_brand)
    register_global("brand_url", brand_url)
    register_global("icon_url", icon_url)
    register_global("is_demo", is_demo)
    register_global("staff_bar", staff_bar)
    register_global("offline_worker", offline_worker)
    register_footer_link("help", settings_link)
    register_global("file_size", filesizeformat)
    register_global("language_name", language_name)


def brand_url(request: HttpRequest) -> str:
    """Return the address of the brand's stylesheet; its name changes with its content."""
    return reverse("brand-stylesheet", args=[digest(stylesheet(current_brand(request)))])


def icon_url(request: HttpRequest) -> str:
    """Return the address of the picture in the browser's tab; it changes with the mark and its colours."""
    return reverse("brand-icon", args=[digest(icon(current_brand(request)))])


def offline_worker() -> str:
    """Return the address of the worker that keeps the offline page, empty where it is switched off."""
    return reverse("offline-worker") if settings.WAYMARK_OFFLINE else ""


def is_demo() -> bool:
    """Return whether every page must say that it is a demonstration."""
    return bool(settings.WAYMARK_DEMO)


@jinja2.pass_context
def staff_bar(context: Any) -> str:
    """Return Wagtail's user bar for members of staff.

    The session is touched only where its cookie came along: pages of residents stay free of ``Vary: Cookie``.
    """
    request = context.get("request")
    if not isinstance(request, HttpRequest) or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return str(wagtailuserbar(context))


def untranslated_notice(request: HttpRequest) -> dict[str, str] | None:
    """Return ``lang``, ``dir`` and ``text`` for a reader whose language this page is not in, else None.

    The text is in their language; where the catalogue lacks it, it is in English and marked so (WCAG 3.1.2).
    """
    language = request.GET.get(UNTRANSLATED_PARAMETER, "") if isinstance(request, HttpRequest) else ""
    if language not in dict(settings.LANGUAGES) or language == translation.get_language():
        return None
    with translation.override(language):
        text = gettext(UNTRANSLATED)
    spoken = settings.LANGUAGE_CODE if text == UNTRANSLATED else language
    return {"lang": spoken, "dir": direction(spoken), "text": text}
