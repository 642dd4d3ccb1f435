"""The engine of the database that runs the tests: the same promises on SQLite and on PostgreSQL."""

import pytest

from search import backends
from search.folding import fold, terms
from search.models import SearchEntry

pytestmark = pytest.mark.django_db


def titles(hits):
    rows = SearchEntry.objects.in_bulk([hit.entry_id for hit in hits])
    return [rows[hit.entry_id].title for hit in hits]


def by_words(query, language="en", limit=20):
    return titles(backends.current().by_words(terms(query, language), language, limit))


def test_any_word_is_enough_and_endings_do_not_matter(entry):
    entry("Pest control", "Help with rats, mice and wasps.")
    entry("Parking permits")
    assert by_words("a rat in next doors garden") == ["Pest control"]


def test_a_word_in_the_title_beats_the_same_word_in_the_text(entry):
    entry("Council Tax", body="Bins bins bins. Ask about bins.")
    entry("Find your bin day")
    assert by_words("bin")[0] == "Find your bin day"


def test_short_words_are_beginnings(entry):
    entry("Recycling centres")
    assert by_words("rec") == ["Recycling centres"]
    assert by_words("re") == ["Recycling centres"]
    assert by_words("r") == ["Recycling centres"]


def test_accents_do_not_matter_on_either_side(entry):
    entry("Café licences")
    entry("Naive questions", "Also for the cafe.")
    assert by_words("CAFE")[0] == by_words("café")[0] == "Café licences"
    assert len(by_words("café")) == 2


def test_languages_do_not_mix(entry):
    entry("Housing", language="en")
    entry("رہائش", "گھر", language="ur")
    assert by_words("رہائش", "ur") == ["رہائش"]
    assert by_words("رہائش", "en") == []
    assert by_words("housing", "ur") == []


def test_count_is_of_all_and_not_of_the_first(entry):
    for number in range(7):
        entry(f"Library {number}")
    engine = backends.current()
    assert len(engine.by_words(["library"], "en", 3)) == 3
    assert engine.count(["library"], "en") == 7


def test_a_misspelling_finds_what_it_looks_like(entry):
    entry("Recycling")
    entry("Parking")
    engine = backends.current()
    assert titles(engine.by_likeness(terms("recyling"), "en", 20)) == ["Recycling"]
    assert engine.by_likeness(terms("zzzzqqq"), "en", 20) == []


def test_an_entry_that_changes_or_goes_is_found_by_its_new_words_only(entry):
    row = entry("Old name")
    row.title, row.folded_title = "Allotments", "allotments"
    row.save()
    assert by_words("old") == []
    assert by_words("allotment") == ["Allotments"]
    SearchEntry.objects.all().delete()
    assert by_words("allotment") == []


@pytest.mark.parametrize("words", [[], ["and"], ["or"], ["not"], ["near"], ["a" * 400], [str(n) for n in range(24)]])
def test_no_word_is_an_operator(entry, words):
    entry("Anything")
    engine = backends.current()
    assert engine.by_words(words, "en", 5) == []
    assert engine.count(words, "en") == 0
    assert engine.by_likeness(words, "en", 5) == []


def test_folding_drops_accents_case_and_control_characters():
    assert fold("Łódź CAFÉ\x00Straße") == "łodz cafe strasse"


def test_terms_drop_signs_repeats_and_empty_words_but_never_all():
    assert terms('the "bin" AND bin* NEAR(5) -tax:') == ["bin", "near", "tax"]
    assert terms("who are you") == ["who", "are", "you"]
    assert terms("🗑️ % ' \x00") == []
    assert len(terms("word " * 3000 + " ".join(f"w{n}" for n in range(999)))) <= 24
