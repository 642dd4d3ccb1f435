"""Each check passes as shipped, and goes red when what it guards is broken."""

from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.urls import include, path

from core import checks
from core.models import User


def ids(found):
    return [message.id for message in found]


@pytest.fixture
def production(settings):
    settings.SETTINGS_MODULE = "waymark.settings.production"
    settings.DEBUG = False
    settings.WAYMARK_REQUIRE_SECOND_FACTOR = True
    settings.WAYMARK_DEMO_CONTENT = False
    return settings


def test_as_shipped_nothing_is_found(production):
    assert [found for found in run_checks() if (found.id or "").startswith("core.")] == []


def test_second_factor_and_demo(production):
    production.WAYMARK_REQUIRE_SECOND_FACTOR = False
    production.WAYMARK_DEMO = True
    found = run_checks(tags=["security"])
    assert {message for message in ids(found) if message.startswith("core.")} == {"core.E001", "core.E002"}
    assert all(message.hint for message in found)


def test_demo_settings_may_switch_it_off(production):
    production.WAYMARK_REQUIRE_SECOND_FACTOR = False
    production.WAYMARK_DEMO = True
    production.SETTINGS_MODULE = "waymark.settings.demo"
    assert checks.check_second_factor() == checks.check_demo() == []


@pytest.mark.parametrize("method", ["direct", "redirect", None])
def test_documents_must_pass_the_view(settings, method):
    settings.WAGTAILDOCS_SERVE_METHOD = method
    assert ids(checks.check_documents()) == ["core.E003"]


def test_private_files_have_no_address(settings, tmp_path):
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / "media", tmp_path / "static"
    outside, inside = tmp_path / "private", tmp_path / "media" / "private"

    def found(root, location, base_url=None):
        settings.PRIVATE_ROOT = root
        options = {"location": str(location), "base_url": base_url}
        settings.STORAGES = {**settings.STORAGES, "private": {"BACKEND": "x", "OPTIONS": options}}
        return ids(checks.check_private_files())

    assert found(outside, outside) == []
    assert found(inside, outside) == found(outside, inside) == ["core.E004"]
    assert found(outside, tmp_path / "media" / ".." / "static" / "x") == ["core.E004"]
    assert found(outside, outside, "/private/") == ["core.E004"]


def test_templates_must_escape(monkeypatch):
    bare = SimpleNamespace(name="bare", env=SimpleNamespace(autoescape=False))
    monkeypatch.setattr(checks, "engines", SimpleNamespace(all=lambda: [bare]))
    assert ids(checks.check_autoescape()) == ["core.E005"]


def api_urls():
    from wagtail.api.v2.router import WagtailAPIRouter
    from wagtail.api.v2.views import PagesAPIViewSet

    router = WagtailAPIRouter("wagtailapi")
    router.register_endpoint("pages", PagesAPIViewSet)
    return [path("api/", router.urls)]


@pytest.mark.django_db
def test_the_api_must_not_be_mounted(settings, monkeypatch):
    assert checks.check_no_api() == []
    monkeypatch.setattr(checks, "get_resolver", lambda: SimpleNamespace(url_patterns=[path("", include(api_urls()))]))
    assert ids(checks.check_no_api()) == ["core.E006"]


def test_old_versions_are_named(monkeypatch):
    monkeypatch.setattr(checks.metadata, "version", lambda name: "5.2.9" if name == "Django" else "99.0")
    (found,) = checks.check_versions()
    assert (found.id, found.msg) == ("core.E007", "Django 5.2.9 is installed; 5.2.19 or newer is needed.")


@pytest.mark.django_db
def test_demo_accounts_must_not_reach_production(production):
    User.objects.create_user("editor", password="waymark-demo")
    User.objects.create_user("author", password="a long pass phrase")
    assert ids(checks.check_demo_accounts(databases=["default"])) == ["core.E008"]
    assert checks.check_demo_accounts() == []
    production.SETTINGS_MODULE = "waymark.settings.demo"
    assert checks.check_demo_accounts(databases=["default"]) == []


def test_keys_must_parse(settings):
    settings.WAYMARK_KEYS = "a=AAAA"
    assert ids(checks.check_keys()) == ["core.E009"]
