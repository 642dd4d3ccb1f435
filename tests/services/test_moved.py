"""Old addresses lead on, and never round in a circle, whatever became of the page."""

from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from services.dead_ends import refuse_dead_end
from services.demo.lookup import page_named
from services.moved import LoopError, add_move

FROM, TO = "/bins-and-recycling/find-your-bin-day/", "/housing/find-your-bin-day/"


@pytest.fixture
def site(demo):
    return Site.objects.get(is_default_site=True)


def move(page, slug):
    """Move a page under another one, as the admin does."""
    Page.objects.get(pk=page.pk).move(Page.objects.get(slug=slug, depth=3), pos="last-child")


@pytest.fixture
def back_again(site, django_capture_on_commit_callbacks):
    """A page that was moved away and back: Wagtail has made a redirect from each of its addresses."""
    page = page_named("find-your-bin-day")
    with django_capture_on_commit_callbacks(execute=True):
        move(page, "housing")
        move(page, "bins-and-recycling")
    assert {*Redirect.objects.values_list("old_path", flat=True)} >= {FROM[:-1], TO[:-1]}
    return Page.objects.get(pk=page.pk).specific


def test_a_page_that_moved_away_and_back_is_found_from_both_addresses(back_again, client):
    assert client.get(FROM).status_code == 200
    assert client.get(TO)["Location"] == FROM


def test_a_page_that_moved_away_and_back_and_was_taken_off_is_not_found(back_again, client):
    back_again.unpublish()
    assert [client.get(address).status_code for address in (FROM, TO, f"{FROM}?from=poster")] == [404, 404, 404]
    back_again.save_revision().publish()
    assert client.get(TO)["Location"] == FROM


def test_two_pages_that_changed_places_lead_to_nobody_while_they_are_drafts(site, client):
    one, other = page_named("find-your-bin-day"), page_named("get-a-new-bin")
    add_move("/old", one, site)
    Redirect.objects.create(old_path=one.url.rstrip("/"), redirect_page=other, site=site)
    Redirect.objects.create(old_path=other.url.rstrip("/"), redirect_page=one, site=site)
    assert client.get("/old/")["Location"] == one.url
    for page in (one, other):
        page.unpublish()
    assert [client.get(address).status_code for address in ("/old/", one.url, other.url)] == [404] * 3


def test_a_redirect_from_a_pages_own_address_is_in_nobodys_way(back_again, site, client):
    add_move("/poster", FROM, site)
    assert client.get("/poster/")["Location"] == FROM


def test_what_follows_a_question_mark_is_kept_or_dropped_as_was_written(site, client):
    add_move("/find?what=bins", "/find", site)
    add_move("/find", FROM, site)
    assert client.get("/find?what=bins")["Location"] == "/find"
    assert client.get("/find")["Location"] == FROM
    assert client.get("/find?what=else")["Location"] == FROM


@pytest.mark.parametrize(
    "moves",
    [
        [("/a", "/b?x=1"), ("/b", "/a")],
        [("/a", "/a?x=1")],
        [("/a?x=1", "/b"), ("/b", "/a?x=1")],
        [("/a", "/b?y=2"), ("/b?y=2", "/c"), ("/c", "/a?z=3")],
    ],
)
def test_a_circle_through_a_question_mark_is_refused(moves, site):
    for old, new in moves[:-1]:
        add_move(old, new, site)
    with pytest.raises(LoopError):
        add_move(*moves[-1], site)


def test_a_circle_through_a_second_site_is_refused(site, demo):
    second = Site.objects.create(hostname="second.test", root_page=site.root_page)
    add_move("/a", "https://second.test/b", site)
    add_move("/c", "https://elsewhere.test/b", site)
    with pytest.raises(LoopError):
        add_move("/b", f"http://{site.hostname}/a/", second)
    add_move("/b", f"http://{site.hostname}/c/", second)


def test_a_line_that_is_no_address_or_cannot_be_read_stops_no_other(site, tmp_path):
    file = tmp_path / "moves.csv"
    lines = ["old,new", "/a,http://[broken", "", "//[x,/keyboard-help/", f'/b,"{"x" * 140_000}"', "/c,/keyboard-help/"]
    file.write_text("\n".join(lines))
    with pytest.raises(CommandError) as refused:
        call_command("import_redirects", str(file), stdout=StringIO())
    assert [line.partition(":")[0] for line in str(refused.value).splitlines()] == ["line 2", "line 4", "line 5"]
    assert Redirect.objects.get(old_path="/c").redirect_page.slug == "keyboard-help"


@pytest.mark.parametrize(("link", "status"), [("https://planning.example.org/moved-out", 301), ("http://[", 404)])
def test_the_same_path_on_another_site_is_another_place_and_what_is_no_address_is_none(site, client, link, status):
    Redirect.objects.create(old_path="/moved-out", site=site, redirect_link=link)
    answer = client.get("/moved-out/")
    assert (answer.status_code, answer.get("Location", "")) == (status, link if status == 301 else "")


@pytest.fixture
def draft(site):
    page = page_named("get-a-new-bin")
    page.unpublish()
    return page.url_path.removeprefix(site.root_page.url_path[:-1])


LIVE = (
    "/keyboard-help/",
    "/updates/",
    "/search",
    "/pl/",
    "https://elsewhere.example.org/gone",
    "/media/plan.pdf",
    FROM,
)


def imported(file, *how):
    """Return what an import prints, and what it refuses, a line each."""
    out = StringIO()
    try:
        call_command("import_redirects", str(file), *how, stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error).splitlines()
    return out.getvalue(), []


def test_a_redirect_to_where_nothing_is_is_refused_with_its_line_and_a_dry_run_says_so(site, draft, tmp_path):
    lines = [
        "old,new",
        "/a,/nowhere/at-all",
        f"/b,http://{site.hostname}/nowhere",
        f"/c,{draft}",
        "/d,/forms/none/start",
    ]
    lines += [f"/live-{number},{to}" for number, to in enumerate(LIVE)]
    file = tmp_path / "moves.csv"
    file.write_text("\n".join(lines))
    before = Redirect.objects.count()
    dry = imported(file, "--dry-run")
    assert f"{len(LIVE) + 1} redirects would be stored." in dry[0]
    assert Redirect.objects.count() == before
    for said, found in (dry, imported(file)):
        assert f"once the page is published:\nline 4: {draft}" in said
        assert [line.partition(":")[0] for line in found] == ["line 2", "line 3", "line 5"]
        assert found[0] == (
            "line 2: Nothing is found at /nowhere/at-all. Check the address, or publish the page there first."
        )
    assert Redirect.objects.count() == before + len(LIVE) + 1


def test_a_line_may_lead_to_the_old_address_of_one_below_it_that_is_stored(site, client, tmp_path):
    file = tmp_path / "moves.csv"
    file.write_text("old,new\n/a,/b\n/b,/c\n/c,/keyboard-help/\n/x,/y\n/y,/nowhere\n")
    said, refused = imported(file)
    assert said.startswith("3 redirects")
    assert [line.partition(".")[0] for line in refused] == [
        "line 5: Nothing is found at /y",
        "line 6: Nothing is found at /nowhere",
    ]
    assert client.get("/a/")["Location"] == "/b"


@pytest.mark.parametrize("name", ["add", "edit"])
def test_the_admins_form_refuses_a_redirect_to_where_nothing_is(site, client, demo, name):
    client.force_login(demo.user("admin"))
    row = add_move("/a", "/keyboard-help/", site)
    address = reverse(f"wagtailredirects:{name}", args=[row.pk] if name == "edit" else [])
    ours = f"http://{site.hostname}"
    sent = {"old_path": "/old", "site": site.pk, "redirect_link": f"{ours}/nowhere/", "is_permanent": "on"}
    answer = client.post(address, sent)
    page = BeautifulSoup(answer.content, "html.parser")
    assert f"Nothing is found at {ours}/nowhere/." in page.main.get_text()
    assert page.select_one("#id_redirect_link")["value"] == f"{ours}/nowhere/"
    assert not Redirect.objects.filter(old_path="/old").exists()
    client.post(address, {**sent, "redirect_link": f"{ours}/keyboard-help/?from=old"})
    assert Redirect.objects.get(old_path="/old").redirect_link == f"{ours}/keyboard-help/?from=old"


def test_looking_at_an_address_leaves_the_language_of_who_looks_as_it_is(site):
    with override("pl"):
        refuse_dead_end("/keyboard-help/", site)
        assert get_language() == "pl"
