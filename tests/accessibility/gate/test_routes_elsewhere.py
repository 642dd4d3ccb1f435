"""Routes 7, 8, 11 and 15: the admin's API, the API that we do not serve, aliases, and changes that save no page."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import get_resolver, reverse
from wagtail.models import Locale, ReferenceIndex

from accessibility.documents.base import Report
from accessibility.documents.verdicts import store
from accessibility.models import GateResult
from library.models import CustomDocument
from tests.accessibility.conftest import BAD, GOOD
from tests.accessibility.testapp.models import AnythingPage

pytestmark = pytest.mark.django_db
CASES = pytest.mark.parametrize(("words", "good"), [(GOOD, True), (BAD, False)], ids=["good", "failing"])


@pytest.fixture(params=["en", "ur"])
def home(home, request):
    if request.param == "en":
        return home
    translated = home.copy_for_translation(Locale.objects.get_or_create(language_code="ur")[0])
    translated.get_latest_revision().publish()
    return AnythingPage.objects.get(pk=translated.pk)


def fresh(page):
    return AnythingPage.objects.get(pk=page.pk)


def invariants():
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "invariants")
    return ended.value.code


@CASES
def test_route_7_admin_api_publishes(as_editor, make_page, words, good):
    page = make_page(live=True)
    page.intro = words
    page.save_revision()
    response = as_editor.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"]))
    assert response.status_code == (200 if good else 400)
    assert (fresh(page).intro == words) is good or words == GOOD
    if not good:
        assert "does not say where it goes" in response.content.decode()
        assert fresh(page).intro == GOOD
        assert fresh(page).get_latest_revision_as_object().intro == BAD


@CASES
def test_route_7_admin_api_copies_and_keeps_live(as_editor, make_page, words, good):
    page = make_page()
    AnythingPage.objects.filter(pk=page.pk).update(intro=words, live=True)
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy"])
    response = as_editor.post(url, {"slug": "copy", "keep_live": "on"})
    assert response.status_code == 201
    assert AnythingPage.objects.get(slug="copy").live is good


def test_route_8_no_other_api_is_served(settings):
    def modules(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from modules(pattern.url_patterns)
            else:
                yield getattr(pattern.callback, "__module__", "")

    assert "wagtail.api.v3" not in settings.INSTALLED_APPS
    assert not [name for name in modules(get_resolver().url_patterns) if name.startswith("wagtail.api")]


@CASES
def test_route_11_an_alias_becomes_a_page(make_page, home, words, good):
    source = make_page(live=True)
    alias = source.create_alias(parent=home, update_slug="alias")
    AnythingPage.objects.filter(pk=alias.pk).update(intro=words)
    from wagtail.actions.convert_alias import ConvertAliasPageAction

    ConvertAliasPageAction(fresh(alias)).execute(skip_permission_checks=True)
    page = fresh(alias)
    assert page.live
    assert page.alias_of is None
    newest = GateResult.objects.about(page).latest("checked_at")
    assert newest.verdict == ("pass" if good else "fail")
    assert newest.locale == page.locale.language_code
    assert invariants() == (0 if good else 1)


@pytest.fixture
def page_with_document(make_page):
    document = CustomDocument(title="The plan", file=ContentFile(b"day,park\nMonday,one\n", "plan.csv"))
    document.save()
    store(document.sha256, Report(sha256=document.sha256), 0.1)
    page = make_page(f'<p><a linktype="document" id="{document.pk}">The plan for the park</a></p>', live=True)
    ReferenceIndex.create_or_update_for_object(page)
    assert page.live
    return page, document


def live_verdict(page):
    return GateResult.objects.about(page).get(live=True).verdict


def test_route_15_a_replaced_document_is_seen_at_once_and_the_page_stays(page_with_document, capsys):
    page, document = page_with_document
    assert invariants() == 0
    document.file.save("plan.csv", ContentFile(b"day,park\nMonday,two\n"), save=False)
    document.save()
    assert live_verdict(page) == "fail"
    assert fresh(page).live
    assert invariants() == 1
    assert "The plan" in capsys.readouterr().out


def test_route_15_a_new_verdict_on_the_document_is_seen_at_once(page_with_document):
    page, document = page_with_document
    document.file.save("plan.csv", ContentFile(b"day,park\nMonday,two\n"), save=False)
    document.save()
    store(document.sha256, Report(sha256=document.sha256), 0.1)
    assert live_verdict(page) == "pass"
    document.file.save("plan.csv", ContentFile(b"day,park\nMonday,three\n"), save=False)
    document.save()
    store(document.sha256, Report(sha256=document.sha256, error="damaged"), 0.1)
    assert live_verdict(page) == "fail"


def test_route_15_a_stored_pass_is_not_believed(make_page, page_with_document):
    page, document = page_with_document
    CustomDocument.objects.filter(pk=document.pk).update(sha256="0" * 64)
    assert live_verdict(page) == "pass"
    assert invariants() == 1
    assert live_verdict(page) == "fail"
