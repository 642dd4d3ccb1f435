"""The demo's translations say what the English says: every sentence, number, link, address and phone number."""

import re
from pathlib import Path

import polib
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "translation" / "demo"
FILES = sorted(FOLDER.glob("*.po"))
#: What a translation must hold exactly as the English does. Words that stand for a number are not counted.
KEPT = re.compile(r"\d+(?:[.,]\d+)*|</?\w[^>]*>|[\w.-]+@[\w.-]+\w|%\(\w+\)[sd]|£")
#: Two groups of digits with a space, as in a phone number, change places in a right-to-left sentence.
GROUPS = re.compile(r"\d+(?: \d+)+")
ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")
RIGHT_TO_LEFT = ("ar", "ur")


def entries(file: Path) -> list[polib.POEntry]:
    return list(polib.pofile(str(file)))


def test_the_demo_is_in_every_language_of_the_site():
    assert [file.stem for file in FILES] == ["ar", "pl", "ur"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sentence_is_translated(file):
    assert [entry.msgid for entry in entries(file) if not entry.msgstr.strip() or entry.fuzzy] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_numbers_links_and_addresses_are_those_of_the_english(file):
    changed = [
        (entry.msgid, entry.msgstr)
        for entry in entries(file)
        if sorted(KEPT.findall(entry.msgid)) != sorted(KEPT.findall(entry.msgstr))
    ]
    assert changed == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_ends_as_the_english_does(file):
    ends = {".": ".۔", "?": "?؟", ":": ":"}
    changed = [
        entry.msgstr
        for entry in entries(file)
        if entry.msgstr[-1] not in ends.get(entry.msgid[-1], "") and (entry.msgid[-1] in ends)
    ]
    assert changed == []


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_translations_are_in_their_script(language):
    letters = {"ar": "[ء-ي]", "ur": "[ء-ےگچپٹڈڑںھہ]"}[language]
    foreign = [entry.msgstr for entry in entries(FOLDER / f"{language}.po") if not re.search(letters, entry.msgstr)]
    assert foreign == []


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_phone_numbers_keep_their_order_in_right_to_left_sentences(language):
    wrong = [
        entry.msgstr
        for entry in entries(FOLDER / f"{language}.po")
        if GROUPS.search(ISOLATED.sub("", entry.msgstr)) or "\u2066" in ISOLATED.sub("", entry.msgstr)
    ]
    assert wrong == []
