"""The model of meaning and what stands around it: it is loaded once here, and search works without it."""

import numpy as np
import pytest

from search import embedding, snapshot
from search.embedding import loading
from search.embedding.wordpiece import MOST_TOKENS, VOCABULARY, WordPiece
from search.models import SearchEntry
from search.question import understand
from search.ranking import runs_of
from search.services import find, rebuild
from search.spelling import repair, split

WORDS = {"mattress": 3, "collection": 9, "fly": 2, "tipping": 2, "licence": 5, "permit": 4}


@pytest.fixture
def without(settings):
    """Return a function that points the setting at a file, with nothing loaded before or after."""

    def point(value):
        settings.WAYMARK_SEARCH_MODEL = value
        embedding.forget()

    yield point
    embedding.forget()


@pytest.fixture(scope="module")
def pieces():
    return WordPiece(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rats!", [101, 11432, 999, 102]),
        ("CAFÉ", [101, 7668, 102]),
        ("", [101, 102]),
        ("\x00\u200f", [101, 102]),
        ("🗑️" * 3, [101, 100, 100, 100, 102]),
        ("x" * 101, [101, 100, 102]),
    ],
)
def test_text_is_cut_as_the_model_was_taught(pieces, text, expected):
    assert pieces.numbers_of(text) == expected


def test_a_long_text_is_cut_off(pieces):
    assert len(pieces.numbers_of("bin " * 10_000)) == MOST_TOKENS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("matress", "mattress"), ("colection", "collection"), ("lisence", "licence"), ("premit", "permit"),
        ("mattress", None), ("sofa", None), ("xyz", None), ("ab12", None), ("zebra", None), ("qqqqqq", None),
    ],
)  # fmt: skip
def test_only_slips_are_repaired(typed, meant):
    assert repair(typed, WORDS) == meant


def test_a_slip_of_a_word_that_the_site_does_not_use_is_left_alone():
    assert repair("matress", {"metres": 3}) is None


def test_joined_words_are_parted_and_parted_ones_joined():
    assert split("flytipping", WORDS) == ("fly", "tipping")
    assert split("mattress", {}) is None
    question = understand("flytipping", "xx", WORDS)
    assert question.meant == "flytipping"


def test_runs_of_letters_know_where_words_begin():
    assert runs_of(["bin"]) == {" bi", "bin", "in "}


@pytest.mark.django_db
def test_meaning_finds_what_shares_no_word(without, entry):
    without(True)
    entry("Pest control", "Treatment for infestations in homes.")
    entry("Council tax", "Bands and payments.")
    for row in SearchEntry.objects.all():
        vector = embedding.current().embed([row.title])[0]
        row.vector = vector.astype(np.float16).tobytes()
        row.save()
    snapshot.stale()
    found = find("rats and mice", "en")
    assert found.entries[0].title == "Pest control"
    assert found.results[0].why.meaning > 0.3
    assert found.guessed


@pytest.mark.django_db
@pytest.mark.parametrize("content", [None, b"", b"no model at all"])
def test_a_missing_or_damaged_model_makes_search_worse_and_not_broken(without, entry, tmp_path, caplog, content):
    file = tmp_path / "model.onnx"
    if content is not None:
        file.write_bytes(content)
    without(str(file))
    entry("Missed bin")
    assert [row.title for row in find("missed bins", "en").entries] == ["Missed bin"]
    assert loading.current() is None
    assert "goes by words alone" in caplog.text


@pytest.mark.django_db
def test_an_index_that_is_rebuilt_answers_meanwhile(entry, monkeypatch):
    entry("Missed bin")
    answers = []
    monkeypatch.setattr("search.index.rebuild.write", lambda rows: answers.append(len(find("bin", "en").entries)))
    rebuild(lambda done: answers.append(len(find("bin", "en").entries)))
    assert set(answers) <= {1}
    assert find("bin", "en").entries == []


@pytest.mark.django_db
def test_what_goes_is_gone_at_once_though_a_process_remembers_it(entry):
    row = entry("Missed bin")
    assert find("bin", "en").total == 1
    SearchEntry.objects.filter(pk=row.pk).delete()
    assert find("bin", "en").total == 0
    entry("Bin day")
    assert [found.title for found in find("bin", "en").entries] == ["Bin day"]
