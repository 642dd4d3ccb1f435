"""Word files with their inside turned over: each becomes a page or is refused, and a crash has words of its own."""

import copy
import zipfile
from io import BytesIO
from random import Random

import pytest
from lxml import etree

from accessibility.documents.base import Refused
from accessibility.documents.mends.wire import make
from accessibility.documents.web_page import word
from tests.accessibility.documents.test_web_page import word_file

ODD = ["", "-1", "0", "99999999999999999999", "1e9", "NaN", "\u202e", "../../x", "A" * 5_000, "0x10", "\u0661"]


def turned_over(data: bytes, number: int) -> bytes:
    """Return the file with elements taken out, doubled, renamed or filled with odd words; its XML stays well formed."""
    chance = Random(number)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels")) and not name.startswith("[")]
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(names)
        root = etree.fromstring(parts[name])
        for _ in range(chance.randint(1, 8)):
            _turn(list(root.iter(etree.Element)), chance)
        parts[name] = etree.tostring(root)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _turn(elements, chance):
    one, other = chance.choice(elements), chance.choice(elements)
    way = chance.randrange(5)
    if way == 0 and one.getparent() is not None:
        one.getparent().remove(one)
    elif way == 1 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(ODD))
    elif way == 2 and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    elif way == 3:
        one.tag = other.tag
    elif len(etree.tostring(one)) < 20_000:
        other.insert(0, copy.deepcopy(one))


def test_it_becomes_a_page_or_is_refused():
    data, pages = word_file(), 0
    for number in range(80):
        try:
            told, _pictures = word.carry(turned_over(data, number))
        except Refused:
            continue
        pages += bool(told["blocks"])
    assert pages > 40


@pytest.mark.parametrize(("verb", "code"), [("page", "no_page"), ("draw", "no_picture"), ("mend", "no_mend")])
def test_a_crash_says_what_did_not_come_out_of_it(verb, code, monkeypatch):
    monkeypatch.setattr("accessibility.documents.mends.wire._VERBS", {verb: lambda *_: 1 / 0})
    assert make(verb, b"x", {}) == ({"error": code}, b"")
