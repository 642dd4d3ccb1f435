"""Pages that pass and pages that fail, and the people who try to publish them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupPagePermission, Locale, Page, Site

from tests.accessibility.testapp.models import AnythingPage
from translation.demo.loader import allow

GOOD = "<p>You can apply online.</p>"
BAD = '<p>To apply <a href="https://example.org/a">click here</a>.</p>'


@pytest.fixture
def home(db):
    """The root of the site in English."""
    Locale.objects.get_or_create(language_code="en")
    for page in Page.objects.filter(depth=2):
        page.delete()
    # A test that needs real transactions leaves an empty database behind.
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    page = root.add_child(instance=AnythingPage(title="Council", slug="council", intro=GOOD))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "127.0.0.1", "port": 8000, "root_page": page}
    )
    return page


@pytest.fixture
def make_page(home):
    def make(words=GOOD, *, live=False, slug="parking", **fields):
        page = AnythingPage(title="Parking", slug=slug, intro=words, live=live, **fields)
        home.add_child(instance=page)
        page.save_revision()
        return AnythingPage.objects.get(pk=page.pk)

    return make


def group_with(name, home, *permissions):
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in permissions:
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    return group


@pytest.fixture
def editor(home, django_user_model):
    """May publish; no superuser."""
    user = django_user_model.objects.create_user("editor", "editor@example.org", "waymark-test")
    user.groups.add(group_with("Test editors", home, "add_page", "change_page", "publish_page"))
    return user


@pytest.fixture
def as_editor(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def auditor(home, django_user_model):
    user = django_user_model.objects.create_user("auditor", "auditor@example.org", "waymark-test")
    user.groups.add(Group.objects.get(name="Auditors"))
    return user


@pytest.fixture
def urdu(home):
    """The language, with the home page in it."""
    locale = Locale.objects.get_or_create(language_code="ur")[0]
    home.copy_for_translation(locale, alias=True)
    return locale


@pytest.fixture
def translator(home, urdu, django_user_model):
    """May translate into Urdu, as the demo's translators may, and nothing else."""
    user = django_user_model.objects.create_user("translator", "translator@example.org", "waymark-test")
    group, _created = Group.objects.get_or_create(name="Test translators")
    # wagtail-localize makes it in a migration: a test with real transactions before this one has emptied the table.
    kind, _created = ContentType.objects.get_or_create(app_label="wagtail_localize", model="translation")
    Permission.objects.get_or_create(content_type=kind, codename="submit_translation")
    allow(group, urdu)
    user.groups.add(group)
    return user
