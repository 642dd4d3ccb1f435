"""The model of meaning and what stands around it: it is loaded once here, and search works without it."""

import numpy as np
import pytest

from search import embedding, snapshot
from search.embedding import loading
from search.embedding.loading import model_file
from search.embedding.minilm import MODEL_SHA256, MiniLM
from search.embedding.onnx_graph import UnknownGraphError, without_words
from search.embedding.spread import spread
from search.embedding.wordpiece import MOST_TOKENS, VOCABULARY, WordPiece
from search.meaning import sentences_of
from search.models import SearchEntry
from search.nearness import joined, packed
from search.question import understand
from search.ranking import runs_of
from search.services import find, rebuild
from search.spelling import alike, repair, split

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


@pytest.mark.django_db
def test_joined_words_are_parted_and_parted_ones_joined():
    assert split("flytipping", WORDS) == ("fly", "tipping")
    assert split("mattress", {}) is None
    question = understand("flytipping", "xx", WORDS)
    assert question.meant == "flytipping"


def test_runs_of_letters_know_where_words_begin():
    assert runs_of(["bin"]) == {" bi", "bin", "in "}


def test_words_that_look_alike_come_from_the_site():
    assert alike("mattrass", WORDS) == ["mattress"]
    assert alike("licencing", WORDS) == ["licence"]
    assert alike("qwzxv", WORDS) == alike("fli", WORDS) == []


def test_only_a_text_of_several_sentences_has_sentences():
    assert sentences_of("Bins", "We take them on Monday.", "") == []
    told = sentences_of(
        "Bins", "We take them on Monday.", "Put them out before seven. Ok. " + "Wash the bin often. " * 9
    )
    assert told[:2] == ["Bins: We take them on Monday.", "Bins: Put them out before seven."]
    assert len(told) == 3


def stored(*places):
    rows = np.zeros((len(places), embedding.DIMENSIONS), dtype=np.float16)
    for row, place in enumerate(places):
        rows[row, place] = 0.5
    return rows.tobytes()


def test_an_entry_is_as_near_as_its_nearest_sentence_and_changes_are_followed():
    wanted = np.zeros((1, embedding.DIMENSIONS), dtype=np.float32)
    wanted[0, 7] = 1
    old = joined([packed([1, 3], [stored(2, 7), stored(4)]), packed([5], [stored(7)])])
    near = old.near(wanted)
    assert [round(near.of(key), 2) for key in (1, 2, 3, 5, 9)] == [0.5, 0, 0, 0.5, 0]
    assert near.closest(2, 0.2) == [1, 5]
    assert near.closest(9, 0.6) == joined([]).near(wanted).closest(9, 0) == []
    new = old.with_changes(np.array([2, 3]), [2, 3], packed([2, 3], [stored(1), stored(7, 8)]))
    assert new.near(wanted).closest(9, 0.2) == [3]
    assert list(new.owners) == [2, 3, 3]


@pytest.mark.django_db
def test_a_word_that_nobody_knows_gets_guesses_and_every_other_way(without, entry, client):
    without(True)
    entry("Pest control", "Treatment for infestations in homes.")
    for row in SearchEntry.objects.all():
        row.vector = embedding.current().embed([row.title])[0].astype(np.float16).tobytes()
        row.save()
    snapshot.stale()
    assert find("qwzxv pest", "en").weak is False
    assert find("mice in my kitchen", "en").weak is False
    assert find("qwzxv", "en").weak
    page = client.get("/search/", {"q": "qwzxv"}).content.decode()
    assert "We found nothing for “<bdi>qwzxv</bdi>”" in page
    assert "pages for" not in page


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


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("model")


class TestSpreadOut:
    """Weights that all processes map, instead of each holding its own."""

    def test_it_says_the_same(self, folder):
        texts = ["rats in next doors garden", "bin"]
        mapped = MiniLM(model_file(), folder=folder).embed(texts)
        assert np.allclose(mapped, MiniLM(model_file()).embed(texts), atol=1e-5)

    def test_damaged_weights_are_written_again(self, folder):
        place = spread(model_file(), MODEL_SHA256, folder)
        weights = place / "weights.bin"
        size = weights.stat().st_size
        weights.write_bytes(b"\0" * size)
        assert spread(model_file(), MODEL_SHA256, folder) == place
        assert weights.stat().st_size == size
        assert any(weights.read_bytes()[:100_000])
        assert len(list(folder.iterdir())) == 1

    def test_the_table_of_words_lies_beside_as_small_as_it_came(self, folder):
        place = spread(model_file(), MODEL_SHA256, folder)
        assert 11_000_000 < (place / "words.bin").stat().st_size < 12_000_000
        assert (place / "weights.bin").stat().st_size < 45_000_000

    def test_another_graph_is_refused(self):
        with pytest.raises(UnknownGraphError, match=r"no inner\.embeddings"):
            without_words(b"")

    def test_nothing_can_be_written(self, tmp_path, caplog):
        blocked = tmp_path / "file"
        blocked.write_text("no folder")
        assert MiniLM(model_file(), folder=blocked).embed(["bin"]).shape == (1, 384)
        assert "cannot be written" in caplog.text
