"""A form that knows already what it is about: the site's own pages hand over signed words, nobody else can."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from core.services import working_days_in_words
from forms.models import FormVersion
from library.services import Offer

SALT = "forms.prefill"
#: The form for other formats, and its question about the document.
SLUG, QUESTION = "ask-for-another-format", "document"
DAY = 24 * 60 * 60


def offer_other_format(about: str) -> Offer | None:
    """Return the way into the form that asks for a document in another format; in English where there is no other."""
    running = FormVersion.objects.running().filter(form__slug=SLUG)
    languages = (get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE)
    version = next((found for language in languages if (found := running.filter(locale=language).first())), None)
    if version is None:
        return None
    with translation.override(version.locale):
        url = reverse("forms:start", args=[SLUG])
    days = version.schema["promise"]["working_days"]
    return Offer(url, signing.dumps({QUESTION: about}, salt=SALT), working_days_in_words(days))


def known_answers(request: HttpRequest, version: FormVersion) -> dict[str, Any]:
    """Return the answers that a page of ours handed over; none when the words are not ours, or too old."""
    try:
        told = signing.loads(request.POST.get("about", ""), salt=SALT, max_age=DAY)
    except signing.BadSignature:
        return {}
    return told if version.form_slug == SLUG else {}
