"""Plain text and officialese lie far apart; other languages are skipped, and the result says so."""

import pytest

from accessibility.rules.plain_english.sentences import sentences
from accessibility.services import plain_english

PLAIN = "You can pay online. It takes two minutes. We will send you a receipt. Keep it safe."
OFFICIAL = (
    "Applicants are hereby advised that prior to the commencement of the aforementioned discretionary arrangements, "
    "documentation demonstrating entitlement must be submitted in accordance with statutory requirements."
)


def test_scores_tell_plain_from_official():
    plain, official = plain_english(PLAIN, "en"), plain_english(OFFICIAL, "en-GB")
    assert (plain.ari < 5, official.ari > 20) == (True, True)
    assert (plain.lix < 25, official.lix > 60) == (True, True)
    assert (plain.sentences, plain.long_sentences, plain.words_to_avoid) == (4, [], [])
    assert ("prior to", "before") in official.words_to_avoid
    assert plain_english("The form must be submitted.", "en").passives == ["be submitted"]


def test_ari_is_the_published_formula():
    # Senter and Smith 1967: 4.71 * letters / words + 0.5 * words / sentences - 21.43.
    reading = plain_english("The cat sat.", "en")
    assert reading.ari == pytest.approx(4.71 * 9 / 3 + 0.5 * 3 - 21.43)


@pytest.mark.parametrize("language", ["ur", "pl", "ar"])
def test_other_languages_are_skipped(language):
    reading = plain_english(PLAIN, language)
    assert not reading.supported
    assert reading.words == 0


def test_abbreviations_and_numbers_end_no_sentence():
    assert sentences("Bring proof, e.g. a bill. It costs £1.50 a day.") == [
        "Bring proof, e.g. a bill.",
        "It costs £1.50 a day.",
    ]


def test_nothing_to_read_is_no_error():
    assert plain_english(" … ", "en").words == 0
