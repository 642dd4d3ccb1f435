"""Load the demo's translations, and give each translator their own tree."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page, Site

from core.models import User
from core.services import DemoContext
from translation.demo.content import languages, pages, words
from translation.models import LocaleRight
from translation.publish import translate

#: Language -> the group whose members translate into it.
GROUPS = {"ur": "Translators: Urdu"}
PAGE_PERMISSIONS = ("change_page", "publish_page")


def load(context: DemoContext) -> None:
    """Translate and publish every page of the plan; a second run changes nothing."""
    for language in languages():
        locale = Locale.objects.get(language_code=language)
        catalogue, user = words(language), _translator(context, language)
        for page in pages(language):
            translate(page, locale, catalogue, user)
        if language in GROUPS:
            allow(Group.objects.get(name=GROUPS[language]), locale)


def allow(group: Group, locale: Locale) -> None:
    """Let ``group`` edit and publish below the home page of ``locale``, and nowhere else."""
    home = Site.objects.get(is_default_site=True).root_page
    root = Page.objects.get(translation_key=home.translation_key, locale=locale)
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    LocaleRight.objects.get_or_create(group=group, locale=locale)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
        Permission.objects.get(content_type__app_label="wagtail_localize", codename="submit_translation"),
    )


def _translator(context: Any, language: str) -> User | None:
    """Return the demo translator of a language, if it has one."""
    return context.user(f"translator-{language}") if language in GROUPS else None
