"""The demo loads in order, changes nothing the second time, and never loads in production."""

import base64
import io
import os
import re
import secrets
import subprocess
import sys
from unittest.mock import patch

import pytest
from django.contrib.auth import authenticate
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupPagePermission, Locale, Page
from wagtail.permissions import policy_registry

from core.demo import loader
from core.demo.context import DemoContext
from core.demo.registry import ordered_loaders
from core.models import Contact, ServicePromise, Team, User
from core.services import register_demo
from tests.core.processes import ROOT

ROLES = {
    "author": "Authors",
    "editor": "Editors",
    "translator-ur": "Translators: Urdu",
    "auditor": "Auditors",
    "forms-officer": "Forms officers",
    "adviser": "Advisers",
}
PROMISES = {
    "missed-bin": 2, "bulky-waste": 5, "hmo-licence": 40, "housing-repair": 20, "general-question": 5,
    "council-tax": 10, "parking-permit": 5, "comment-or-complaint": 10, "other-format": 10, "public-place": 5,
    "right-to-buy": 5, "museum-visit": 10, "room-booking": 5, "new-home-defect": 10,
}  # fmt: skip


def names(loaders: list) -> list[str]:
    return [loader.name for loader in loaders]


def test_each_loader_runs_behind_those_it_needs(loaders):
    register_demo("home", lambda context: None, after=["forms", "services"])
    register_demo("forms", lambda context: None, after=["core"])
    register_demo("services", lambda context: None, after=["forms"])
    register_demo("core", lambda context: None)
    assert names(ordered_loaders()) == ["core", "forms", "services", "home"]


def test_an_unknown_name_and_a_circle_are_errors(loaders):
    register_demo("a", lambda context: None, after=["b"])
    with pytest.raises(ValueError, match="'a' needs 'b', which nobody registered"):
        ordered_loaders()
    register_demo("b", lambda context: None, after=["a"])
    with pytest.raises(ValueError, match="circle"):
        ordered_loaders()
    with pytest.raises(ValueError, match="'a' exists already"):
        register_demo("a", lambda context: None)


@pytest.mark.django_db
def test_a_loader_that_fails_leaves_nothing_of_its_own(loaders):
    def good(context: DemoContext) -> None:
        context.make(Team, {"name": "good"}, {"email": "good@example.org"})

    def bad(context: DemoContext) -> None:
        context.make(Team, {"name": "bad"}, {"email": "bad@example.org"})
        raise KeyError

    register_demo("good", good)
    register_demo("bad", bad, after=["good"])
    with pytest.raises(KeyError):
        call_command("load_demo", stdout=io.StringIO())
    assert list(Team.objects.values_list("name", flat=True)) == ["good"]


@pytest.mark.django_db
def test_the_command_prints_a_line_a_room(loaders):
    register_demo("one", lambda context: None)
    register_demo("two", lambda context: None, after=["one"])
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    assert re.fullmatch(r"Demo content: one \(\d+\.\d s\)\nDemo content: two \(\d+\.\d s\)\n", out.getvalue())


@pytest.mark.django_db
def test_other_settings_refuse(loaders, settings):
    called = []
    register_demo("core", called.append)
    settings.WAYMARK_DEMO_CONTENT = False
    with pytest.raises(CommandError, match="never loaded under these settings"):
        call_command("load_demo", stdout=io.StringIO())
    assert called == []


def test_production_settings_refuse_from_the_command_line(tmp_path):
    environment = {
        **os.environ,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "WAYMARK_KEYS": f"k={base64.b64encode(secrets.token_bytes(32)).decode()}",
        "ALLOWED_HOSTS": "www.example.org",
        "DATABASE_URL": f"sqlite:///{tmp_path}/production.sqlite3",
        "BASE_URL": "https://www.example.org",
        "REDIS_URL": "redis://127.0.0.1/0",
        "EMAIL_HOST": "mail.example.org",
        "DEFAULT_FROM_EMAIL": "council@example.org",
        "CLAMD_SOCKET": "/run/clamd.socket",
    }
    command = [sys.executable, "manage.py", "load_demo", "--skip-checks", "--settings", "waymark.settings.production"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "CommandError: Demo content is never loaded under these settings" in done.stderr


def test_the_switch_is_an_error_where_residents_are(settings):
    assert [error.id for error in run_checks() if error.id == "core.E011"] == []
    with patch("core.ground_checks.is_production", return_value=True):
        assert [error.id for error in run_checks() if error.id == "core.E011"] == ["core.E011"]
        settings.WAYMARK_DEMO_CONTENT = False
        assert [error.id for error in run_checks() if error.id == "core.E011"] == []


@pytest.fixture
def context(db) -> DemoContext:
    loader.load(DemoContext())
    return DemoContext()


def test_every_account_signs_in_and_has_its_role(context, rf):
    for username, role in ROLES.items():
        user = authenticate(rf.post("/"), username=username, password="waymark-demo")
        assert user == context.user(username)
        assert list(user.groups.all()) == [context.group(role)]
        assert user.has_perm("wagtailadmin.access_admin")
        assert not user.is_superuser
        assert not user.is_staff
        assert user.email.endswith("@example.org")
    assert context.user("admin").is_superuser


def test_authors_write_and_editors_publish(context):
    root = Page.get_first_root_node()
    author, editor = (root.permissions_for_user(context.user(name)) for name in ("author", "editor"))
    assert (author.can_add_subpage(), author.can_publish_subpage()) == (True, False)
    assert (editor.can_add_subpage(), editor.can_publish_subpage()) == (True, True)
    assert context.user("editor").has_perm("core.change_servicepromise")
    assert not context.user("author").has_perm("core.change_servicepromise")
    for name in ("auditor", "forms-officer", "adviser", "translator-ur"):
        assert not root.permissions_for_user(context.user(name)).can_add_subpage()


def test_authors_may_add_and_choose_files(context):
    root = Collection.get_first_root_node()
    for policy in map(policy_registry.get_by_type, (get_document_model(), get_image_model())):
        for action in ("add", "choose"):
            allowed = policy.collections_user_has_permission_for(context.user("author"), action)
            assert root in allowed
            assert root not in policy.collections_user_has_permission_for(context.user("auditor"), action)


def test_lookups_by_short_name(context):
    assert {slug: context.promise(slug).working_days for slug in PROMISES} == PROMISES
    assert ServicePromise.objects.count() == len(PROMISES)
    assert context.promise("missed-bin").contact == context.contact("waste")
    assert context.team("waste").name == "Bins and recycling"
    assert context.contact("waste").email == "waste@example.org"
    with pytest.raises(ServicePromise.DoesNotExist):
        context.promise("missed-bin", "ur")
    with pytest.raises(Team.DoesNotExist):
        context.team("nobody")


def test_languages_are_there_and_the_welcome_page_is_not(context):
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"en", "pl", "ur", "ar"}
    assert not Page.objects.filter(title__startswith="Welcome to your new Wagtail").exists()


def test_phones_are_for_drama_and_mail_goes_nowhere(context):
    for contact in Contact.objects.all():
        assert re.fullmatch(r"01632 960\d{3}", contact.phone)
        assert contact.email.endswith("@example.org")
    assert all(team.email.endswith("@example.org") for team in Team.objects.all())


def snapshot() -> dict[str, list[tuple]]:
    kept: list[type[models.Model]] = [User, Team, Contact, ServicePromise, Locale, GroupPagePermission]
    rows = {model.__name__: sorted(map(str, model.objects.values_list())) for model in kept}
    groups = {str(user): sorted(user.get_all_permissions()) for user in User.objects.all()}
    return {**rows, "permissions": sorted(map(str, groups.items()))}


def test_a_second_run_changes_nothing_that_staff_changed(context):
    ServicePromise.objects.filter(name="Missed bin").update(working_days=7)
    User.objects.get(username="author").groups.clear()
    before = snapshot()
    loader.load(DemoContext())
    assert snapshot() == before
