"""One query finds where an address leads, and finds the same as Wagtail's own way does."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction, Site

from core.place import MOST_LEVELS, PlaceMiddleware
from home.models import HomePage

pytestmark = pytest.mark.django_db
PLACE = "_waymark_place"


def under(parent, slug, **fields):
    """Add a page under a parent, which was perhaps changed meanwhile."""
    parent.refresh_from_db()
    return parent.add_child(instance=HomePage(title=slug, slug=slug, **fields))


@pytest.fixture
def tree(home, urdu_home):
    """Two levels in English, one in Urdu, a draft, and aliases: one of a page, one of that alias, and one in Urdu."""
    area = under(home, "area")
    deep = under(under(area, "page"), "deep")
    under(area, "draft", live=False)
    under(under(area, "hidden", live=False), "shown")
    alias = deep.create_alias(parent=home, update_slug="alias")
    under(alias, "under-alias")
    alias.create_alias(parent=Page.objects.get(pk=home.pk), update_slug="alias-again")
    area.copy_for_translation(urdu_home.locale, alias=True)
    urdu_area = Page.objects.get(slug="area", locale=urdu_home.locale)
    under(urdu_area, "urdu-page", locale=urdu_home.locale)
    return home


def asked(address, host="localhost", port="80"):
    """Return a request, and what the resolver says about it."""
    request = RequestFactory().get(address, headers={"host": host}, SERVER_PORT=port)
    request.resolver_match = resolve(address)
    return request


def placed(address, **where):
    """Return a request as it reaches Wagtail's view."""
    request = asked(address, **where)
    match = request.resolver_match
    assert PlaceMiddleware(lambda _request: None).process_view(request, match.func, match.args, match.kwargs) is None
    return request


def led(request):
    """Return the page of a request with its type and arguments."""
    found = Page.route_for_request(request, request.resolver_match.args[0])
    return found and (type(found.page), found.page.pk, found.args, found.kwargs)


def languages_and_addresses(pages):
    for page in pages:
        code = page.locale.language_code
        root = Page.objects.get(depth=2, locale=page.locale)
        rest = page.url_path[len(root.url_path) :]
        yield from ((code, rest), (code, f"{rest}nowhere/"), ("ur", rest), ("pl", rest))


def test_every_address_leads_where_wagtail_leads(tree, settings):
    for language, rest in {*languages_and_addresses(Page.objects.filter(depth__gte=2).select_related("locale"))}:
        address = f"/{rest}" if language == "en" else f"/{language}/{rest}"
        with override(language):
            request = placed(address)
            assert hasattr(request, PLACE)
            assert led(request) == led(asked(address)), address


def test_the_way_to_a_page_costs_two_queries_at_any_depth(tree, django_assert_num_queries):
    for address in ("/area/", "/area/page/deep/"):
        with django_assert_num_queries(2):
            request = placed(address)
            page = Page.route_for_request(request, address)[0]
            assert not page.get_view_restrictions()
            assert [above.slug for above in page.held_ancestors] == ["root", "home", *address.split("/")[1:-2]]
            assert page.get_url(request) == address


def test_a_page_that_moved_is_found_where_it_is_now(tree):
    page = Page.objects.get(slug="page")
    page.move(tree, pos="last-child")
    assert led(placed("/page/deep/"))[1] == Page.objects.get(slug="deep").pk
    assert led(placed("/area/page/deep/")) is None


@pytest.mark.parametrize("levels", [MOST_LEVELS, MOST_LEVELS + 1, 2000])
def test_an_address_of_many_levels_is_not_found_and_costs_little(tree, client, levels):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/area/" + "a/" * (levels - 1)).status_code == 404
    assert len(queries) < 20


def test_a_page_deeper_than_is_looked_up_at_once_is_found(tree):
    page = tree
    for number in range(MOST_LEVELS + 1):
        page = under(page, f"level-{number}")
    address = page.url_path[len("/home") :]
    assert led(placed(address))[1] == page.pk


def test_an_address_without_letters_of_ours_is_no_pattern(tree):
    assert led(placed("/are_/")) is None
    assert led(placed("/AREA/")) is None


def test_other_addresses_are_left_alone(tree):
    for address in ("/search/", "/_util/login/"):
        assert not hasattr(placed(address), PLACE)


HOSTS = ["localhost", "LOCALHOST", "a.test", "b.test", "c.test", "unknown.test", "%"]


def site_rows():
    """Yield sets of sites by (host, port, default), as councils have and as mistakes make them."""
    yield [("localhost", 80, True)]
    yield [("localhost", 80, False)]
    yield [("localhost", 80, True), ("a.test", 80, False), ("a.test", 8080, False), ("b.test", 8080, False)]
    yield [("a.test", 81, True), ("a.test", 82, False), ("b.test", 443, False)]
    yield [("c.test", 81, False), ("c.test", 82, False)]
    yield [("c.test", 81, False), ("c.test", 82, False), ("b.test", 80, True)]


@pytest.mark.parametrize("rows", [*site_rows()])
def test_the_site_is_the_one_that_wagtail_chooses(rows, tree, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Site.objects.all().delete()
    roots = [tree, Page.objects.get(slug="area", locale=tree.locale), Page.objects.get(slug="page")]
    for number, (host, port, default) in enumerate(rows):
        Site.objects.create(hostname=host, port=port, is_default_site=default, root_page=roots[number % 3])
    for host in HOSTS:
        for port in ("80", "443", "8080", "81"):
            request, bare = placed("/", host=host, port=port), asked("/", host=host, port=port)
            assert Site.find_for_request(request) == Site.find_for_request(bare), (host, port)
            assert request._wagtail_cached_site_root_paths == Site.get_site_root_paths()


def test_a_site_that_begins_deeper_keeps_the_privacy_of_what_is_above_it(tree, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    area, page = Page.objects.get(slug="area", locale=tree.locale), Page.objects.get(slug="page")
    Site.objects.create(hostname="deep.test", root_page=page)
    host = {"headers": {"host": "deep.test"}}
    for above in (Page.objects.get(depth=1), tree, area, page):
        assert client.get("/deep/", **host).status_code == 200
        restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
        assert client.get("/deep/", **host).status_code == 302, above
        assert client.get("/", **host).status_code == 302, above
        restriction.delete()


@pytest.mark.parametrize("slug", ["root", "home", "area", "page", "deep", "alias", "alias-again", "under-alias"])
def test_each_page_has_the_restrictions_that_wagtail_finds(slug, tree):
    PageViewRestriction.objects.create(page=Page.objects.filter(slug=slug).first(), restriction_type="login")
    found = 0
    for page in Page.objects.filter(depth__gte=2).select_related("locale"):
        with override(page.locale.language_code):
            address = page.get_url()
            routed = Page.route_for_request(placed(address), resolve(address).args[0])
        if routed is None:
            continue
        slow = page.specific
        slow.hold_ancestors()
        expected = {row.pk for row in Page.get_view_restrictions(Page.objects.get(pk=page.pk))}
        assert {row.pk for row in routed.page.get_view_restrictions()} == expected, page.url_path
        assert {row.pk for row in slow.get_view_restrictions()} == expected, page.url_path
        found += 1
    assert found > 8


def test_a_language_whose_home_page_is_a_draft_is_answered_in_english(tree, client):
    Page.objects.filter(depth=2, locale__language_code="ur").update(live=False)
    assert client.get("/ur/area/")["Location"] == "/area/?not-in=ur"
    assert client.get("/ur/area/urdu-page/").status_code == 404


def test_words_under_a_home_page_that_is_a_draft_lead_to_english_and_never_in_a_circle(tree, client):
    urdu_home = Page.objects.get(depth=2, locale__language_code="ur")
    page = under(urdu_home, "own", locale=urdu_home.locale)
    source = under(tree, "own")
    Page.objects.filter(pk=page.pk).update(translation_key=source.translation_key)
    assert client.get("/ur/own/").status_code == 200
    Page.objects.filter(pk=urdu_home.pk).update(live=False)
    answer = client.get("/ur/own/")
    assert answer["Location"] == "/own/?not-in=ur"
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("letters", [255, 256, 30_000, 60_000])
def test_a_long_name_in_an_address_is_not_found(letters, tree, client):
    assert client.get(f"/area/{'_' * letters}/").status_code == 404
