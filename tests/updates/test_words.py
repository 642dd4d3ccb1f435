"""Subject and introduction in the reader's language where an editor wrote them, else in English, marked as English."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from accessibility.extract import extract
from accessibility.services import evaluate
from tests.updates.conftest import post
from tests.updates.test_newsletters import letter  # noqa: F401 - a fixture
from updates.desk.languages import ReadersSelect
from updates.fan_out import fan_out
from updates.models import Newsletter, NewsletterWords
from updates.newsletters import begin, faults_of, specimen
from updates.wording import coverage, is_written, readers

pytestmark = pytest.mark.django_db
SUBJECT, INTRO = "کونسل کی خبریں", "<p>اس مہینے جاننے کی تین باتیں۔</p>"


@pytest.fixture
def urdu(letter):  # noqa: F811 - the fixture
    """A newsletter whose words stand there in Urdu too."""
    letter.words = [NewsletterWords(language="ur", subject=SUBJECT, intro=INTRO)]
    letter.save()
    return letter


def sent_to(subscribe, row, language):
    subscribe("a@example.org", "newsletter:", language=language)
    begin(row)
    fan_out()
    post()
    (message,) = mail.outbox
    return message.subject, message.body, message.alternatives[0].content


def test_a_reader_gets_the_words_of_their_language(urdu, subscribe):
    subject, body, html = sent_to(subscribe, urdu, "ur")
    assert subject == SUBJECT
    assert "اس مہینے" in body
    assert "<h1>" in html
    assert "<div><p>اس" in html.replace("\n", "")


def test_who_reads_another_language_gets_english_marked_as_english(urdu, subscribe):
    subject, _body, html = sent_to(subscribe, urdu, "pl")
    assert subject == "News from your council"
    assert '<html lang="pl"' in html
    assert '<h1 lang="en" dir="ltr">' in html
    assert '<div lang="en" dir="ltr"><p>Three things' in html


def test_each_half_falls_back_by_itself(urdu, subscribe):
    NewsletterWords.objects.update(intro="<p></p>")
    subject, _body, html = sent_to(subscribe, Newsletter.objects.get(), "ur")
    assert subject == SUBJECT
    assert "<h1>" in html
    assert '<div lang="en" dir="ltr">' in html


def test_words_begun_in_another_language_fall_back_to_english(letter, subscribe):  # noqa: F811 - the fixture
    letter.language, letter.subject, letter.intro = "ur", SUBJECT, INTRO
    letter.words = [NewsletterWords(language="en", subject="News", intro="<p>Three things.</p>")]
    letter.save()
    subject, _body, html = sent_to(subscribe, letter, "pl")
    assert subject == "News"
    assert '<h1 lang="en"' in html


def test_what_was_sent_before_this_had_words_of_its_own_is_still_read(urdu, subscribe):
    begin(urdu)
    row = Newsletter.objects.get()
    frozen = {code: {k: v for k, v in kept.items() if k != "subject_language"} for code, kept in row.frozen.items()}
    Newsletter.objects.update(frozen=frozen)
    subscribe("a@example.org", "newsletter:", language="pl")
    fan_out()
    post()
    assert '<h1 lang="en"' in mail.outbox[0].alternatives[0].content


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"subject": "us@example.org"}, "must not hold an email address"),
        ({"language": "en"}, "stands a second time"),
        ({"intro": '<p><a href="https://example.org">https://example.org/a/very/long/address</a></p>'}, "address"),
    ],
)
def test_faults_in_any_language_keep_it_from_being_sent(urdu, words, fault):
    assert faults_of(urdu) == []
    NewsletterWords.objects.update(**words)
    assert any(fault in found for found in faults_of(Newsletter.objects.get())), faults_of(Newsletter.objects.get())


def test_staff_see_who_gets_which_words_and_look_at_each(urdu, subscribe, admin_client):
    for number in range(6):
        subscribe(f"{number}@example.org", "newsletter:", language="ur" if number < 5 else "pl")
    assert readers() == {"ur": 5, "pl": 1}
    lines = {each.code: (each.readers, each.subject, each.intro) for each in coverage(urdu)}
    assert lines == {"ur": (5, "Urdu", "Urdu"), "pl": (1, "English", "English"), "en": (0, "English", "English")}
    address = reverse("updates_send", args=[urdu.pk])
    page = admin_client.get(address).content.decode()
    assert "fewer than 5" in page
    assert SUBJECT not in page
    assert SUBJECT in admin_client.get(f"{address}?language=ur").content.decode()
    assert SUBJECT not in admin_client.get(f"{address}?language=zz").content.decode()


def test_the_editor_offers_the_languages_that_readers_chose(urdu, subscribe):
    for number in range(6):
        subscribe(f"{number}@example.org", "newsletter:", language="pl")
    select = ReadersSelect(choices=[("", "---"), ("bn", "Bengali"), ("pl", "Polish"), ("ur", "Urdu")])
    options = [option for _group, options, _index in select.optgroups("x", ["ur"]) for option in options]
    assert [option["label"] for option in options] == ["---", "Polish, 6 readers", "Urdu"]
    assert len(select.choices) == 4


def form(row, **changes):
    values = {
        "subject": row.subject, "intro": '{"blocks": [], "entityMap": {}}', "language": "en",
        "entries-TOTAL_FORMS": "0", "entries-INITIAL_FORMS": "0", "words-INITIAL_FORMS": "0", "words-TOTAL_FORMS": "1",
        "words-0-language": "pl", "words-0-subject": "Wieści", "words-0-intro": "null", "words-0-id": "",
    }  # fmt: skip
    return {**values, **changes}


def test_an_editor_writes_and_sees_it_in_the_admin(letter, admin_client):  # noqa: F811 - the fixture
    address = reverse("wagtailsnippets_updates_newsletter:edit", args=[letter.pk])
    assert "The same in other languages" in admin_client.get(address).content.decode()
    answer = admin_client.post(address, form(letter))
    assert answer.status_code == 302, answer.content
    row = Newsletter.objects.get()
    assert [(words.language, words.subject) for words in row.words.all()] == [("pl", "Wieści")]
    assert [mode for mode, _label in row.preview_modes] == ["", "text", "pl"]
    assert "<h1>Wieści</h1>" in row.serve_preview(None, "pl").content.decode()


def test_a_language_stands_there_once_and_with_words(letter, admin_client):  # noqa: F811 - the fixture
    address = reverse("wagtailsnippets_updates_newsletter:edit", args=[letter.pk])
    twice = {f"words-1-{name}": value for name, value in (("language", "pl"), ("subject", "Typed"), ("intro", "null"))}
    answer = admin_client.post(address, form(letter, **{"words-TOTAL_FORMS": "2"}, **twice)).content.decode()
    assert "duplicate" in answer
    assert "Typed" in answer
    empty = admin_client.post(address, form(letter, **{"words-0-subject": " "})).content.decode()
    assert "Write a subject or an introduction" in empty
    assert not NewsletterWords.objects.exists()


@pytest.mark.parametrize("html", ["", "<p></p>", "<p> <br/></p>"])
def test_an_empty_paragraph_is_nothing(html):
    assert not is_written(html)
    assert is_written(INTRO)


def test_the_letter_in_each_language_passes_the_checks(urdu):
    assert faults_of(urdu) == []
    assert '<html lang="ur" dir="rtl">' in specimen(urdu, "ur").html


LONG = f"<p>W tym miesiącu {'odbieramy odpady i naprawiamy drogi oraz chodniki ' * 4}w całym mieście.</p>"


@pytest.mark.parametrize(("language", "intro"), [("ur", INTRO), ("pl", LONG)])
def test_first_words_in_another_language_are_read_as_that_language(letter, language, intro):  # noqa: F811 - the fixture
    """As English, Urdu would run the wrong way, and Polish would get advice that was written for English."""
    letter.language, letter.intro = language, intro
    letter.subject = "Wieści" if language == "pl" else SUBJECT
    letter.save()
    assert extract(letter).language == language
    assert faults_of(letter) == []
    assert evaluate(letter).findings == ()
    letter.language = "en"
    assert evaluate(letter).findings


@pytest.fixture
def polish(subscribe):
    """Somebody who reads Polish: only languages that readers chose are offered."""
    cache.clear()
    subscribe("pl@example.org", "newsletter:", language="pl")


def test_a_language_is_added_without_scripts(urdu, polish, admin_client):
    edit = admin_client.get(reverse("wagtailsnippets_updates_newsletter:edit", args=[urdu.pk])).content.decode()
    address = reverse("updates_add_language", args=[urdu.pk])
    assert BeautifulSoup(edit, "html.parser").select_one(f"noscript a[href='{address}']")
    new = admin_client.get(reverse("wagtailsnippets_updates_newsletter:add")).content.decode()
    assert "a language is added once the newsletter is saved" in new
    page = BeautifulSoup(admin_client.get(address).content, "html.parser")
    assert [option["value"] for option in page.select("#id_language option")] == ["", "pl"]
    sent = {"language": "pl", "subject": "Wieści", "intro": "Trzy <rzeczy>.\n\nDo przeczytania."}
    for _press in range(2):
        answer = admin_client.post(address, sent)
    assert answer.status_code == 422, "the second press meets a language that is written"
    words = Newsletter.objects.get().words.get(language="pl")
    assert (words.subject, words.intro) == ("Wieści", "<p>Trzy &lt;rzeczy&gt;.</p>\n\n<p>Do przeczytania.</p>")
    assert faults_of(Newsletter.objects.get()) == []


def test_where_no_language_is_left_the_screen_says_so(urdu, admin_client):
    cache.clear()
    page = admin_client.get(reverse("updates_add_language", args=[urdu.pk])).content.decode()
    assert "It is written already in every language that readers chose." in page
    assert "<select" not in page


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"language": "pl", "subject": " ", "intro": " "}, "Write a subject or an introduction."),
        ({"language": "ur", "subject": "Typed"}, "Select a valid choice."),
        ({"language": "", "subject": "Typed"}, "This field is required."),
    ],
)
def test_what_is_wrong_with_an_added_language_is_said_with_what_was_typed(urdu, polish, admin_client, sent, fault):
    answer = admin_client.post(reverse("updates_add_language", args=[urdu.pk]), sent)
    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert sent["subject"].strip() in answer.content.decode()
    assert urdu.words.count() == 1


def test_no_language_is_added_to_what_is_sent_or_by_who_may_not(urdu, polish, admin_client, client, demo):
    address, sent = reverse("updates_add_language", args=[urdu.pk]), {"language": "pl", "subject": "Wieści"}
    client.force_login(demo.user("author"))
    assert client.post(address, sent)["Location"] == reverse("wagtailadmin_home")
    begin(urdu)
    assert admin_client.post(address, sent)["Location"] == reverse("updates_send", args=[urdu.pk])
    assert NewsletterWords.objects.count() == 1


def test_a_test_without_an_address_says_where_to_enter_one(urdu, client, django_user_model):
    account = django_user_model.objects.create_superuser("nomail", password="x")
    client.force_login(account)
    address = f"{reverse('updates_send', args=[urdu.pk])}?language=ur"
    answer = client.post(address, {"do": "test"})
    assert answer.status_code == 422
    alert = BeautifulSoup(answer.content, "html.parser").select_one("main [role=alert]")
    assert "No test was sent: your account has no email address." in alert.get_text(" ", strip=True)
    assert alert.a["href"] == reverse("wagtailadmin_account")
    assert SUBJECT in answer.content.decode()
    account.email = "nomail@example.org"
    account.save()
    assert client.post(address, {"do": "test"}).status_code == 302
