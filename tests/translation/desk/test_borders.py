"""Role x language x object x screen: a translator sees and touches their own languages, and nothing else."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from core.models import Contact
from translation.models import LocaleRight

pytestmark = pytest.mark.django_db

ROLES = ("pl", "ur", "manager", "nobody")
LANGUAGES = ("pl", "ur")
SCREENS = ("queue", "begin", "edit", "save", "po", "xlf", "upload", "localize po", "localize string", "localize stop")


@pytest.fixture
def sign_in(client, translator, manager, db):
    def as_role(role):
        from django.contrib.auth.models import Permission

        from core.models import User

        if role in LANGUAGES:
            user = translator(role)
        elif role == "manager":
            user = manager
        else:
            user = User.objects.create_user("nobody", password="irrelevant-here")
            user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        return client

    return as_role


def ask(client, screen, translation, page):
    code = translation.target_locale.language_code
    segment = StringSegment.objects.filter(source=translation.source).first()
    uuid = translation.uuid
    calls = {
        "queue": lambda: client.get(reverse("translation_queue"), {"language": code}),
        "begin": lambda: client.post(reverse("translation_start", args=[translation.target_locale_id, page.pk])),
        "edit": lambda: client.get(reverse("translation_edit", args=[uuid])),
        "save": lambda: client.post(reverse("translation_edit", args=[uuid]), {f"text-{segment.pk}": "x"}),
        "po": lambda: client.get(reverse("translation_file", args=[uuid, "po"])),
        "xlf": lambda: client.get(reverse("translation_file", args=[uuid, "xlf"])),
        "upload": lambda: client.post(reverse("translation_file", args=[uuid, "po"])),
        "localize po": lambda: client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])),
        "localize string": lambda: client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            {"value": "x"},
            content_type="application/json",
        ),
        "localize stop": lambda: client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk])),
    }
    return calls[screen]()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_of_every_language(sign_in, begun, bins, role, screen):
    client = sign_in(role)
    for code in LANGUAGES:
        translation = begun(code)
        words = StringTranslation.objects.filter(locale=translation.target_locale).count()
        answer = ask(client, screen, translation, bins)
        if role in (code, "manager"):
            # A screen of wagtail-localize may ask for more, such as that the page exists already.
            assert answer.status_code in ((200, 302) if not screen.startswith("localize") else (200, 302, 403, 404))
        else:
            assert "Report a missed bin" not in answer.content.decode(), (role, code, screen)
            assert answer.status_code in (302, 403, 404), (role, code, screen)
            assert StringTranslation.objects.filter(locale=translation.target_locale).count() == words
            translation.refresh_from_db()
            assert translation.enabled


def test_the_list_of_snippets_shows_their_own_language_only(sign_in, locales):
    for code in ("en", "pl", "ur"):
        Contact.objects.create(name=f"Contact in {code}", locale=locales[code])
    client = sign_in("ur")
    html = client.get(reverse("wagtailsnippets_core_contact:list"), follow=True).content.decode()
    assert "Contact in ur" in html
    assert "Contact in pl" not in html
    assert client.get(reverse("wagtailsnippets_core_contact:list"), {"locale": "pl"}).status_code in (302, 403)


@pytest.mark.parametrize("name", ["submit_page_translation", "update_translations", "convert_to_alias"])
def test_only_managers_send_pages_to_every_language_at_once(sign_in, begun, bins, name):
    translation = begun("ur")
    client = sign_in("ur")
    key = translation.source_id if name == "update_translations" else bins.pk
    assert client.get(reverse(f"wagtail_localize:{name}", args=[key])).status_code in (302, 403)


def test_the_report_of_all_languages_leads_to_the_desk(sign_in):
    assert sign_in("ur").get(reverse("wagtail_localize:translations_report"))["Location"] == reverse(
        "translation_queue"
    )


def test_a_right_taken_away_is_gone_at_once(sign_in, begun):
    translation = begun("ur")
    client = sign_in("ur")
    LocaleRight.objects.all().delete()
    assert client.get(reverse("translation_edit", args=[translation.uuid])).status_code in (302, 403)
