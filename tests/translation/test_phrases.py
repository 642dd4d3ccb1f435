"""The website's own words in the desk: said at once, checked, and out as a file for the next release."""

import re

import polib
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override
from wagtail.models import Locale

from core.schedule import worker
from translation.models import Phrase
from translation.phrases import overlay
from translation.phrases.catalogue import entries, harm

pytestmark = pytest.mark.django_db
WORDS, OTHER = "Skip to main content", "Size of the text"


@pytest.fixture
def boss(client, django_user_model):
    Locale.objects.get_or_create(language_code="pl")
    user = django_user_model.objects.create_superuser("boss", password="irrelevant-here")
    client.force_login(user)
    yield client
    Phrase.objects.all().delete()
    overlay.changed()
    overlay.refresh("pl")


def phrase(english):
    return next(each for each in entries("pl") if each.english[0] == english)


def save(client, entry, *texts):
    posted = {f"text-{entry.key}-{form}": text for form, text in enumerate(texts)}
    return client.post(reverse("translation_phrases", args=["pl"]), posted)


def test_what_is_saved_is_said_at_once_and_taken_back(boss, home):
    before = phrase(WORDS).texts[0]
    assert save(boss, phrase(WORDS), "Do głównej treści").status_code == 302
    assert "Do głównej treści" in boss.get("/pl/languages/").content.decode()
    assert save(boss, phrase(WORDS), "").status_code == 302
    page = boss.get("/pl/languages/").content.decode()
    assert before in page
    assert "Do głównej treści" not in page
    assert not Phrase.objects.exists()


def test_words_that_a_release_leaves_in_english_come_last(boss):
    page = boss.get(reverse("translation_phrases", args=["pl"]))
    assert all(any(line["entry"].texts) for line in page.context["lines"])
    last = boss.get(reverse("translation_phrases", args=["pl"]), {"p": page.context["page"].paginator.num_pages})
    assert not any(any(line["entry"].texts) for line in last.context["lines"])


def test_every_plural_form_has_its_own_words(boss):
    entry = next(each for each in entries("pl") if len(each.english) == 2 and all(each.texts))
    assert save(boss, entry, *(f"{text} naprawdę" for text in entry.texts)).status_code == 302
    overlay.refresh("pl")
    with override("pl"):
        said = {ngettext(*entry.english, number) for number in (1, 2, 5)}
    assert said == {f"{text} naprawdę" for text in entry.texts}


def test_a_lost_placeholder_is_not_saved_and_what_was_typed_is_shown(boss):
    entry = next(each for each in entries("pl") if "%(" in each.english[0] and len(each.english) == 1)
    answer = save(boss, entry, "Nic tu nie ma")
    assert answer.status_code == 422
    assert not Phrase.objects.exists()


def test_the_file_for_the_release_holds_what_was_changed(boss):
    save(boss, phrase(WORDS), "Do głównej treści")
    file = polib.pofile(boss.get(reverse("translation_phrase_file", args=["pl"])).content.decode())
    assert file.find(WORDS).msgstr == "Do głównej treści"
    assert len(file) == len(entries("pl"))


def downloaded(boss):
    return polib.pofile(boss.get(reverse("translation_phrase_file", args=["pl"])).content.decode())


def upload(boss, content, name="django-pl.po"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else str(content).encode())
    return boss.post(reverse("translation_phrase_file", args=["pl"]), {"file": file}, follow=True)


def said_in(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_a_file_comes_back_and_is_said_at_once(boss, home):
    file = downloaded(boss)
    file.find(WORDS).msgstr = "Do głównej treści"
    assert "taken in" in said_in(upload(boss, file))
    assert [row.text for row in Phrase.objects.all()] == ["Do głównej treści"]
    assert "Do głównej treści" in boss.get("/pl/languages/").content.decode()
    assert downloaded(boss).find(WORDS).msgstr == "Do głównej treści"


def test_a_file_with_the_words_of_the_release_takes_a_change_back_and_an_empty_one_does_not(boss):
    release = downloaded(boss)
    save(boss, phrase(WORDS), "Do głównej treści")
    file = downloaded(boss)
    file.find(WORDS).msgstr = ""
    upload(boss, file)
    assert Phrase.objects.count() == 1
    upload(boss, release)
    assert not Phrase.objects.exists()


def test_a_file_with_one_fault_changes_nothing_and_says_where(boss):
    file = downloaded(boss)
    faulty = next(each for each in file if "%(" in each.msgid and not each.msgid_plural)
    faulty.msgstr = "Nic tu nie ma"
    file.find(WORDS).msgstr = "Do głównej treści"
    answer = upload(boss, file)
    assert answer.status_code == 422
    assert "Nothing of it was stored" in answer.content.decode()
    assert "Line " in answer.content.decode()
    assert not Phrase.objects.exists()


def test_phrases_of_another_release_are_left_out_and_told(boss):
    file = downloaded(boss)
    file.append(polib.POEntry(msgid="Said long ago", msgstr="Dawno"))
    file.find(WORDS).msgstr = "Do głównej treści"
    assert "1 phrase of the file is not part of this release" in said_in(upload(boss, file))
    assert Phrase.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"<html></html>", "not a PO file"),
        ("msgid".encode("utf-16"), "UTF-16"),
        (b'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\nmsgid "Yes"\nmsgstr "x"\n', "another language"),
        (
            b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\nmsgid "Yes"\nmsgstr "x"\n',
            "which language",
        ),
        (b'msgid "Yes"\nmsgstr "x"\n', "which language"),
        (b"#" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_file_of_these_words_is_refused_with_the_reason(boss, content, words):
    assert words in said_in(upload(boss, content))
    assert not Phrase.objects.exists()


def test_without_a_file_nothing_is_taken(boss):
    answer = boss.post(reverse("translation_phrase_file", args=["pl"]), follow=True)
    assert "Choose a file first." in said_in(answer)


def test_a_translator_of_another_language_cannot_upload(client, django_user_model):
    Locale.objects.get_or_create(language_code="pl")
    client.force_login(django_user_model.objects.create_user("nobody", password="irrelevant-here"))
    file = SimpleUploadedFile("django-pl.po", b"")
    assert client.post(reverse("translation_phrase_file", args=["pl"]), {"file": file}).status_code in (302, 403)


def test_only_translators_of_the_language_see_it(client, django_user_model):
    Locale.objects.get_or_create(language_code="pl")
    client.force_login(django_user_model.objects.create_user("nobody", password="irrelevant-here"))
    assert client.get(reverse("translation_phrases", args=["pl"])).status_code in (302, 403)


def test_a_phrase_that_a_release_dropped_is_said_nowhere(boss):
    Phrase.objects.create(locale=Locale.objects.get(language_code="pl"), key="0" * 64, text="Nic")
    overlay.changed()
    overlay.refresh("pl")
    with override("pl"):
        assert gettext(WORDS) == phrase(WORDS).texts[0]


def test_a_worker_says_the_newest_words_in_its_mails(boss, monkeypatch):
    said = []

    def job():
        with override("pl"):
            said.append(gettext(WORDS))

    monkeypatch.setattr(worker, "run_due_jobs", job)
    worker.one_pass("worker")
    save(boss, phrase(WORDS), "Do głównej treści")
    worker.one_pass("worker")
    assert said == [phrase(WORDS).texts[0], "Do głównej treści"]


def test_all_languages_are_asked_for_by_one_query(db, django_assert_num_queries):
    overlay.changed()
    with django_assert_num_queries(1):
        overlay.refresh_all()


def test_without_a_database_the_words_of_the_release_are_said(monkeypatch, rf):
    def broken(_code):
        raise DatabaseError

    monkeypatch.setattr(overlay, "refresh", broken)
    with override("pl"):
        answer = overlay.PhraseMiddleware(lambda _request: gettext(WORDS))(rf.get("/pl/"))
    assert answer == phrase(WORDS).texts[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Do treści %", "A lone “%” breaks every page"),
        ("Do treści 100 % z", "A lone “%” breaks every page"),
        ('Do "treści"', "A straight quotation mark"),
        ("Do treści " * 200, "far longer than the English"),
    ],
)
def test_words_that_would_break_every_page_are_not_said(boss, home, text, said):
    answer = save(boss, phrase(WORDS), text)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    file = downloaded(boss)
    file.find(WORDS).msgstr = text
    assert said in upload(boss, file).content.decode()
    assert not Phrase.objects.exists()
    assert boss.get("/pl/languages/").status_code == 200


def test_words_of_the_release_break_nothing():
    for code in ("ar", "bn", "es", "pl", "pt", "ro", "ur", "zh-hans"):
        for entry in entries(code):
            texts = dict(enumerate(entry.texts))
            assert not [text for each in texts.values() for text in harm(entry, each)], entry.english


def test_a_percent_sign_written_twice_is_said_once(boss, home):
    assert save(boss, phrase(WORDS), "Do treści %%").status_code == 302
    assert "Do treści %<" in boss.get("/pl/languages/").content.decode()


def test_signs_that_nobody_sees_are_left_out(boss):
    file = downloaded(boss)
    file.find(WORDS).msgstr = "Do\x00 głównej\x0b treści"
    upload(boss, file)
    assert Phrase.objects.get().text == "Do głównej treści"


def drawn(client, query):
    """Return the fields of the screen as a browser posts them."""
    page = BeautifulSoup(client.get(reverse("translation_phrases", args=["pl"]), {"q": query}).content, "lxml")
    texts = {each["name"]: each.text.removeprefix("\n") for each in page.find_all("textarea")}
    return texts | {
        each["name"]: each["value"] for each in page.find_all("input", attrs={"name": re.compile("^mark-")})
    }


def test_two_people_on_one_screen_lose_nothing(boss):
    here = reverse("translation_phrases", args=["pl"])
    mine, theirs = drawn(boss, "main content"), drawn(boss, "main content")
    names = [f"text-{each.key}-0" for each in (phrase(WORDS), phrase(OTHER))]
    other = drawn(boss, OTHER)
    theirs[names[0]] = "Do głównej treści"
    assert boss.post(here, theirs).status_code == 302
    untouched = mine | {name: other[name] for name in (names[1], names[1].replace("text", "mark"))}
    untouched[names[1]] = "Tak jest"
    assert boss.post(here, untouched).status_code == 302
    assert {row.text for row in Phrase.objects.all()} == {"Do głównej treści", "Tak jest"}
    mine[names[0]] = "Do treści"
    answer = boss.post(here, mine)
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 409
    assert page.find("textarea", attrs={"name": names[0]}).text.strip() == "Do treści"
    assert "Do głównej treści" in page.find("span", attrs={"lang": "pl"}).text
    assert Phrase.objects.filter(text="Do głównej treści").exists()
    mark = page.find("input", attrs={"name": names[0].replace("text", "mark")})["value"]
    assert boss.post(here, {names[0]: "Do treści", names[0].replace("text", "mark"): mark}).status_code == 302
    assert Phrase.objects.filter(text="Do treści").exists()


def test_an_old_file_takes_back_nothing_that_somebody_else_has_changed_since(boss, django_user_model):
    old = downloaded(boss)
    other = django_user_model.objects.create_superuser("other", password="irrelevant-here")
    save(boss, phrase(WORDS), "Do głównej treści")
    Phrase.objects.update(by=other)
    old.find(OTHER).msgstr = "Tak jest"
    assert "taken in" in said_in(upload(boss, old))
    assert {row.text for row in Phrase.objects.all()} == {"Do głównej treści", "Tak jest"}
    old.find(WORDS).msgstr = "Do treści"
    answer = upload(boss, old)
    assert answer.status_code == 422
    assert "Now it says: Do głównej treści" in answer.content.decode()
    assert Phrase.objects.filter(text="Do głównej treści").exists()


def test_a_missing_phrase_with_a_fault_comes_back_as_it_was_typed(boss):
    entry = next(each for each in entries("pl") if each.texts == ("",))
    url = f"{reverse('translation_phrases', args=['pl'])}?show=missing"
    answer = boss.post(url, {f"text-{entry.key}-0": "Coś <script>"})
    assert answer.status_code == 422
    assert (
        BeautifulSoup(answer.content, "lxml").find("textarea", id=f"text-{entry.key}-0").text.strip() == "Coś <script>"
    )
