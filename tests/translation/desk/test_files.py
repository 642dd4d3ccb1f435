"""Out and in as a file: nothing lost, nothing taken from a file that is not of this translation."""

import shutil
import subprocess

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import String, StringTranslation

from translation.desk.segments import sentences
from translation.desk.write import save_words

pytestmark = pytest.mark.django_db

TITLE = 'Zgłoś  <b>nieodebrany</b> kosz & "inne"\n— 100 %'


@pytest.fixture
def polish(begun):
    return begun("pl")


@pytest.fixture
def client_pl(client, translator):
    client.force_login(translator("pl"))
    return client


def upload(client, translation, content, ending="po"):
    url = reverse("translation_file", args=[translation.uuid, ending])
    return client.post(url, {"file": SimpleUploadedFile(f"x.{ending}", content)}, follow=True)


def download(client, translation, ending):
    return client.get(reverse("translation_file", args=[translation.uuid, ending])).content


def words(translation):
    return {each.path: each.text for each in sentences(translation)}


@pytest.mark.parametrize("ending", ["po", "xlf"])
def test_what_goes_out_comes_in_again_letter_by_letter(client_pl, polish, ending):
    save_words(polish, {each.pk: TITLE for each in sentences(polish)}, {}, None)
    before = words(polish)
    content = download(client_pl, polish, ending)
    from translation.exchange import FORMATS

    named, units = FORMATS[ending].read(content)
    assert named == str(polish.uuid)
    assert {unit.context: unit.text for unit in units} == before
    assert {unit.context: unit.english for unit in units} == {each.path: each.source for each in sentences(polish)}


@pytest.mark.parametrize("ending", ["po", "xlf"])
def test_a_filled_in_file_is_taken(client_pl, polish, ending):
    content = download(client_pl, polish, ending).decode()
    if ending == "po":
        catalogue = polib.pofile(content)
        for entry in catalogue:
            entry.msgstr = {"title": "Zgłoś nieodebrany kosz"}.get(entry.msgctxt, entry.msgstr)
        content = str(catalogue)
    else:
        english = "<source>Report a missed bin</source>"
        content = content.replace(english, f"{english}<target>Zgłoś nieodebrany kosz</target>")
    upload(client_pl, polish, content.encode(), ending)
    assert words(polish)["title"] == "Zgłoś nieodebrany kosz"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_has_nothing_to_say_about_a_file(client_pl, polish, tmp_path):
    (tmp_path / "x.po").write_bytes(download(client_pl, polish, "po"))
    ran = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", "x.po"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (ran.returncode, "warning" in ran.stderr) == (0, False), ran.stderr


BAD = [
    (b"", "empty"),
    (b'msgid "Report a missed bin"\nmsgstr "x"\n', "does not say which translation"),
    (b'msgid ""\nmsgstr ""\n"X-Waymark-Translation: 1b4e28ba-2fa1-11d2-883f-0016d3cca427\\n"\n', "another translation"),
    ('msgid ""\nmsgstr ""\n'.encode("utf-16"), "UTF-16"),
    (b"<html></html>\n\n", "not a PO file"),
    (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
]


@pytest.mark.parametrize(("content", "said"), BAD)
def test_a_file_that_cannot_be_taken_is_refused_in_words(client_pl, polish, content, said):
    answer = upload(client_pl, polish, content)
    assert answer.status_code == 200
    assert said in answer.content.decode() or not content
    assert set(words(polish).values()) == {""}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<xliff/>", "not an XLIFF"),
        (b"no", "not an XLIFF"),
        (b"<xliff>\n<file>\n</xliff>", "line 3 cannot be read"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities of its own"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "entities of its own"),
        (b'<?xml version="1.0" encoding="KLINGON"?><xliff/>', "encoding of this file is not known"),
        (b'<?xml version="1.0" encoding="UTF-7"?><xliff/>', "encoding of this file is not known"),
    ],
)
def test_a_file_that_is_no_xliff_is_refused_with_the_reason(client_pl, polish, content, said):
    assert said in upload(client_pl, polish, content, "xlf").content.decode()


def test_signs_that_no_file_holds_do_not_break_one(client_pl, polish):
    """An author pastes them from a word processor, and a PO file may hold them."""
    String.objects.filter(data="Report a missed bin").update(data="Report a \x0bmissed bin")
    catalogue = polib.pofile(download(client_pl, polish, "po").decode())
    next(entry for entry in catalogue if entry.msgctxt == "title").msgstr = "Zgłoś\x0b \x1bkosz\x00"
    upload(client_pl, polish, str(catalogue).encode())
    assert words(polish)["title"] == "Zgłoś kosz"
    StringTranslation.objects.filter(data="Zgłoś kosz").update(data="Zgłoś\x0b kosz")
    file = download(client_pl, polish, "xlf").decode()
    upload(client_pl, polish, file.replace("Zgłoś kosz", "Zgłoś ten kosz").encode(), "xlf")
    assert words(polish)["title"] == "Zgłoś ten kosz"


@pytest.mark.parametrize(
    "case",
    [
        ("summary", "", "Zadzwoń pod 01865 249812 w ciągu 2 dni roboczych.", "The phone number 01865249811"),
        ("title", "", "Zgłoś <b>kosz", "The tag &lt;b&gt; does not stand"),
        ("title", "", 'Zgłoś <b style="color:red">kosz</b>', "cannot have any HTML tags with attributes"),
        ("title", "Something else", "Coś innego", "not on the page"),
    ],
)
def test_one_bad_sentence_keeps_the_whole_file_out(client_pl, polish, case):
    path, english, text, said = case
    catalogue = polib.pofile(download(client_pl, polish, "po").decode())
    for entry in catalogue:
        entry.msgstr = "Dobrze" if entry.msgctxt == "title" else ""
        if entry.msgctxt == path:
            entry.msgid, entry.msgstr = english or entry.msgid, text
    answer = upload(client_pl, polish, str(catalogue).encode())
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert set(words(polish).values()) == {""}
