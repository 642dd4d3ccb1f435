"""What editors teach the search, and what they learn from it."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, Site

from insight.models import Comment
from insight.services import record_search, record_search_end, search_log
from search.editors.importing import import_csv
from search.editors.trying import changes
from search.index.demand import update_demand
from search.models import BestBet, Judgement, SearchEntry, Synonym
from search.services import Rule, find
from search.synonyms import expansions
from search.synonyms.public import public_synonyms

pytestmark = pytest.mark.django_db


def titles(query, **how):
    return [entry.title for entry in find(query, "en", **how).entries]


@pytest.fixture
def office(admin_client, entry):
    entry("Pest control", "Help with vermin.")
    entry("Parking permits")
    return admin_client


def page_of(client, name, **data):
    return BeautifulSoup(client.get(reverse(name), data).content, "lxml").find("main")


def test_a_synonym_finds_what_its_words_do_not(office):
    assert titles("creepers") == []
    Synonym.objects.create(words="creepers", means="vermin")
    assert titles("creepers in my house") == ["Pest control"]
    Synonym.objects.create(words="permit", means="badge", both_ways=True)
    assert titles("badges") == ["Parking permits"]


def test_the_public_list_comes_along():
    assert ("vehicl",) in public_synonyms()[("car",)]
    assert ("vehicl",) in expansions(["my", "car"], "en")
    assert expansions(["car"], "ur") == []


def test_two_thousand_synonyms_in_a_circle_end(entry):
    entry("Word one")
    rows = [Synonym(words=f"w{n}", means=f"w{(n + 1) % 2000}", both_ways=True) for n in range(2000)]
    for row in rows:
        row.words_key, row.means_key = row.words, row.means
    Synonym.objects.bulk_create(rows)
    assert set(expansions(["w5"], "en")) == {("w4",), ("w6",)}
    assert titles("w5 w6 w7") == []


def test_a_synonym_of_itself_or_of_nothing_is_refused():
    for words, means in (("Bins", "bin"), ("?", "bin")):
        with pytest.raises(ValidationError):
            Synonym(words=words, means=means).full_clean(exclude=["words_key", "means_key"])


def test_a_best_bet_comes_first_and_goes_with_its_page(entry):
    home = Site.objects.get(is_default_site=True).root_page
    for title in ("Bin", "Bin day"):
        row = entry(title)
        page = home.add_child(instance=Page(title=title, slug=title.lower().replace(" ", "-")))
        SearchEntry.objects.filter(pk=row.pk).update(key=f"page:{page.pk}", page=page)
    BestBet.objects.create(query="BIN", page=page)
    assert titles("bin") == ["Bin day", "Bin"]
    SearchEntry.objects.filter(title="Bin day").delete()
    assert titles("bin") == ["Bin"]


def test_what_a_synonym_would_change_is_shown_before_it_is_saved(office):
    record_search("creepers at night", 0, "en")
    shown = {change.query: change for change in changes(Rule("creepers", "vermin"), "en")}
    assert shown["creepers at night"].before == []
    assert shown["creepers at night"].after == ["Pest control"]
    page = page_of(office, "search_try", words="creepers", means="vermin")
    assert "Pest control" in page.find("table").get_text()
    assert not Synonym.objects.exists()
    office.post(reverse("search_try"), {"words": "creepers", "means": "vermin", "language": "en"})
    assert Synonym.objects.get().means == "vermin"
    answer = office.post(reverse("search_try"), {"words": "creepers", "means": "creeper", "language": "en"})
    assert answer.status_code == 422
    assert b'value="creepers"' in answer.content


def test_searches_are_kept_without_personal_data_by_week_and_language(office):
    record_search("bin for jo.smith@example.org", 0, "en")
    record_search_end("bin day", "again", "en", then="bin day jo.smith@example.org")
    record_search_end("bin day", "failed", "ur")
    rows = {(row.query, row.locale): row for row in search_log_since_ever(by_week=True)}
    assert all("smith" not in query for query, _ in rows)
    assert (rows["bin day", "en"].again, rows["bin day", "ur"].failed) == (1, 1)
    page = page_of(office, "search_searches", cut="failed")
    assert [cell.get_text() for cell in page.select("tbody th")] == ["bin day"]
    assert page.find("a", href=lambda url: url and url.startswith(reverse("search_try")))


def search_log_since_ever(**how):
    from datetime import UTC, datetime

    return search_log(datetime(2000, 1, 1, tzinfo=UTC), **how)


def test_a_file_is_taken_whole_or_not_at_all(office):
    head = "language,words,means,both_ways\n"
    assert import_csv(f"{head}en,rats,pest control,yes\nen,mice,mouse,\n".encode()).added == 2
    assert import_csv(f"{head}en,rats,pest control,yes\n".encode()).known == 1
    wrong = import_csv(f"{head}en,fleas,pest control,\nxx,ants,pest control,\n".encode())
    assert wrong.faults
    assert "3" in wrong.faults[0]
    assert Synonym.objects.count() == 2
    assert import_csv(b"language,query,address\nen,home,/\n").added == 1
    for bad in (b"\xff\xfe\x00", b"", b"a,b\n1,2\n", b"language,query,address\nen,x,/no-such-page/\n"):
        assert import_csv(bad).faults


def test_a_judgement_is_kept_and_taken_back(office):
    key = SearchEntry.objects.get(title="Pest control").key
    assert "Why it stands here" in page_of(office, "search_judge", q="pest").get_text()
    office.post(reverse("search_judge"), {"q": "Pest", "language": "en", f"verdict:{key}": "right"})
    assert Judgement.objects.get().query == "pest"
    office.post(reverse("search_judge"), {"q": "pest", "language": "en", f"verdict:{key}": ""})
    assert not Judgement.objects.exists()


def test_a_right_page_that_is_not_found_can_be_judged(office):
    address = SearchEntry.objects.get(title="Parking permits").url
    answer = office.post(reverse("search_judge"), {"q": "car", "language": "en", "address": address})
    assert answer.status_code == 302
    assert Judgement.objects.get().key == SearchEntry.objects.get(title="Parking permits").key
    page = page_of(office, "search_judge", q="car")
    assert "not among the first ten" in page.get_text()
    assert page.find("input", attrs={"value": "right", "checked": True})
    wrong = office.post(reverse("search_judge"), {"q": "car", "language": "en", "address": "/nowhere/"})
    assert wrong.status_code == 422
    assert b"Search knows nothing at /nowhere/" in wrong.content
    assert b'value="/nowhere/"' in wrong.content
    assert b'name="q" value="car"' in wrong.content


def test_what_no_database_keeps_is_no_fault_of_the_editor(office):
    sent = {"q": "pe\x01st", "language": "x" * 300, "verdict:no such key": "right", "address": " "}
    assert office.post(reverse("search_judge"), sent).status_code == 302
    assert not Judgement.objects.exists()
    for name in ("search_judge", "search_try"):
        asked = {"q": "pe\x01st", "words": "pe\x01st", "means": "\x01", "language": "no such"}
        assert office.get(reverse(name), asked).status_code == 200
    assert import_csv(b"language,words,means,both_ways\nen,mi\0ce,vermin,\n").faults == []
    assert Synonym.objects.get().words == "mi ce"


def test_no_synonym_is_saved_untried(office):
    """The snippet's own forms lead to the screen that shows what changes (issue: before a synonym is saved)."""
    names = "wagtailsnippets_search_synonym"
    answer = office.post(reverse(f"{names}:add"), {"words": "creepers", "means": "vermin", "language": "en"})
    assert answer["Location"].startswith(reverse("search_try"))
    assert not Synonym.objects.exists()
    kept = Synonym.objects.create(words="creepers", means="vermin")
    address = office.get(reverse(f"{names}:edit", args=[kept.pk]))["Location"]
    page = BeautifulSoup(office.get(address).content, "lxml").find("main")
    assert page.find("input", attrs={"name": "words"})["value"] == "creepers"
    number = page.find("input", attrs={"name": "synonym"})["value"]
    sent = {"synonym": number, "words": "crawlers", "means": "vermin", "language": "en"}
    office.post(reverse("search_try"), sent)
    assert list(Synonym.objects.values_list("words", flat=True)) == ["crawlers"]
    office.get(reverse("search_try"), {"synonym": "9" * 40})


def test_demand_is_a_gentle_signal(entry, monkeypatch):
    wanted, other = (uuid4() for _ in range(2))
    for thing in (other, wanted):
        row = entry("Missed bin")
        SearchEntry.objects.filter(pk=row.pk).update(thing=thing, url=f"/{thing}/")
    monkeypatch.setattr("search.index.demand.use_by_page", lambda: {wanted: 100, other: 1})
    assert update_demand() == 2
    found = find("missed bin", "en").results
    assert [result.entry.thing for result in found] == [wanted, other]
    assert 0 < found[0].why.demand - found[1].why.demand < 0.03


@pytest.mark.parametrize("name", ["search_searches", "search_try", "search_import", "search_judge"])
def test_only_who_may_write_synonyms_sees_the_screens(client, django_user_model, name):
    assert client.get(reverse(name)).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader", "reader@example.org"))
    assert client.get(reverse(name)).status_code == 302


def test_what_somebody_was_looking_for_is_kept_and_nothing_typed_is_lost(client):
    address = reverse("search_tell")
    assert client.post(address, {"wanted": "a skip for my street"}).status_code == 200
    assert Comment.objects.get().text == "a skip for my street"
    for wanted in ("", "x" * 1_251):
        answer = client.post(address, {"wanted": wanted, "q": "skip"})
        assert answer.status_code == 422
        assert BeautifulSoup(answer.content, "lxml").find("textarea").get_text().strip() == wanted
    assert client.post(address, {"wanted": "x"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
