"""One English page with a promise's worth of sentences, a Polish and an Urdu translator, and a manager."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from core.models import User
from home.models import HomePage
from translation.models import LocaleRight


@pytest.fixture
def locales(db):
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "pl", "ur")}


@pytest.fixture
def bins(home, locales):
    HomePage.max_count_per_parent = None
    page = HomePage(title="Report a missed bin", slug="missed-bin", summary="Call 01865 249811 within 2 working days.")
    return home.add_child(instance=page)


@pytest.fixture
def begun(bins, locales):
    """Return a function that begins the translation of the page into a language."""

    def begin(code):
        source, _ = TranslationSource.update_or_create_from_instance(bins)
        return Translation.objects.get_or_create(source=source, target_locale=locales[code])[0]

    return begin


@pytest.fixture
def translator(locales):
    """Return a function that makes a translator of a language."""

    def make(code, name="one"):
        group, _ = Group.objects.get_or_create(name=f"Translators: {code}")
        LocaleRight.objects.get_or_create(group=group, locale=locales[code])
        group.permissions.add(
            Permission.objects.get(codename="access_admin"),
            Permission.objects.get(codename="submit_translation"),
            Permission.objects.get(content_type__app_label="core", codename="change_contact"),
            Permission.objects.get(content_type__app_label="core", codename="add_contact"),
        )
        user = User.objects.create_user(f"{code}-{name}", password="irrelevant-here")
        user.groups.add(group)
        return user

    return make


@pytest.fixture
def manager(locales):
    user = User.objects.create_user("manager", password="irrelevant-here")
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename="manage_translations")
    )
    return user
