"""What the demo translates: which pages, and the sentences from ``<language>.po``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polib
import yaml
from django.apps import apps
from django.conf import settings
from wagtail.models import Page, Site

HERE = Path(__file__).parent


def plan() -> dict[str, Any]:
    """Return ``pages.yaml``."""
    loaded: dict[str, Any] = yaml.safe_load((HERE / "pages.yaml").read_text(encoding="utf-8"))
    return loaded


def languages() -> list[str]:
    """Return the languages that the demo has pages in, besides English."""
    return [code for code, _name in settings.LANGUAGES if code in plan()]


def path(language: str) -> Path:
    """Return the catalogue of a language."""
    return HERE / f"{language}.po"


def words(language: str) -> Mapping[str, str]:
    """Return English sentence -> translation."""
    if not path(language).exists():
        return {}
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path(language))) if entry.msgstr}


def pages(language: str) -> Iterator[Page]:
    """Yield the English pages to translate into ``language``, parents first."""
    home = Site.objects.get(is_default_site=True).root_page
    for address in plan()[language]:
        yield Page.objects.get(url_path=f"{home.url_path}{address}/" if address else home.url_path).specific
    form_page = apps.get_model("onlineforms", "FormPage")
    for slug in plan()["forms"].get(language, []):
        yield form_page.objects.get(slug=slug, locale__language_code=settings.LANGUAGE_CODE)
