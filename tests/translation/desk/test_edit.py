"""Side by side: words are kept, checked, decided about, and published only when they say what the English says."""

from unittest.mock import Mock

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from core.publishing import registry
from core.services import GateFinding
from home.models import HomePage
from translation.desk.segments import sentences
from translation.desk.states import State, annotated, state_of
from translation.desk.write import decide, fill_in, save_words
from translation.models import Decision, StaleTranslation

pytestmark = pytest.mark.django_db

TITLE, SUMMARY = "کوڑے کا ڈبہ رہ گیا، اطلاع دیں", "2 کام کے دنوں میں 01865 249811 پر فون کریں۔"
WRONG = "5 کام کے دنوں میں 01865 249811 پر فون کریں۔"


def address(translation):
    return reverse("translation_edit", args=[translation.uuid])


def fields(translation, texts, **more):
    found = {each.path: each for each in sentences(translation)}
    posted = {f"text-{found[path].pk}": text for path, text in texts.items()}
    return posted | {f"mark-{each.pk}": each.mark for each in found.values()} | more


def state(translation):
    return state_of(annotated(translation.target_locale).get(pk=translation.pk))


@pytest.fixture
def urdu(begun):
    translation = begun("ur")
    fill_in(translation, None)
    return translation


@pytest.fixture
def client_ur(client, translator):
    client.force_login(translator("ur"))
    return client


def live(translation):
    pages = Page.objects.filter(locale=translation.target_locale, translation_key=translation.source.object_id)
    return pages.filter(live=True, alias_of=None).first()


def test_the_english_stands_beside_a_box_that_runs_the_right_way(client_ur, urdu):
    page = BeautifulSoup(client_ur.get(address(urdu)).content, "html.parser")
    english = page.find("div", lang="en", string="Report a missed bin")
    box = page.find("textarea", attrs={"aria-describedby": english["id"]})
    assert (english["dir"], box["lang"], box["dir"]) == ("ltr", "ur", "rtl")


def test_true_words_are_published(client_ur, urdu, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"))
    page = live(urdu)
    assert (page.title, page.specific.summary) == (TITLE, SUMMARY)
    assert state(urdu) == State.CURRENT


def test_a_wrong_number_is_kept_and_not_published(client_ur, urdu, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_ur.post(
            address(urdu), fields(urdu, {"title": TITLE, "summary": WRONG}, publish="1"), follow=True
        )
    assert live(urdu) is None
    assert StringTranslation.objects.filter(data=WRONG).exists()
    assert "The number 2 of the English is missing." in answer.content.decode()
    assert "Not published. Your words are saved." in answer.content.decode()


def test_an_untranslated_sentence_keeps_the_page_from_going_live(client_ur, urdu):
    client_ur.post(address(urdu), fields(urdu, {"title": TITLE}, publish="1"))
    assert live(urdu) is None
    assert state(urdu) == State.WORK


def test_somebody_else_may_let_a_finding_pass_with_a_reason(
    client, translator, urdu, django_capture_on_commit_callbacks
):
    writer, checker = translator("ur"), translator("ur", "two")
    save_words(
        urdu,
        {each.pk: {"title": TITLE, "summary": WRONG}.get(each.path, each.text) for each in sentences(urdu)},
        {},
        writer,
    )
    sentence = next(each for each in sentences(urdu) if each.path == "summary")
    key = f"{sentence.pk}:number"
    for user, reason, recorded in ((writer, "Said twice", 0), (checker, "  ", 0), (checker, "Agreed by phone", 1)):
        client.force_login(user)
        client.post(address(urdu), fields(urdu, {}, decide=key, **{f"reason-{sentence.pk}-number": reason}))
        assert Decision.objects.count() == recorded, reason
    decision = Decision.objects.get()
    assert (decision.by, decision.reason) == (checker, "Agreed by phone")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(urdu), fields(urdu, {}, publish="1"))
    assert live(urdu) is not None


def test_a_decision_is_about_one_text_only(urdu, translator):
    user = translator("ur")
    save_words(urdu, {each.pk: WRONG for each in sentences(urdu) if each.path == "summary"}, {}, user)
    sentence = next(each for each in sentences(urdu) if each.path == "summary")
    Decision.objects.create(translation=sentence.row, code="number", digest=sentence.mark)
    assert next(each for each in sentences(urdu) if each.path == "summary").blocking == []
    save_words(urdu, {sentence.pk: WRONG.replace("5", "7")}, {}, user)
    assert next(each for each in sentences(urdu) if each.path == "summary").blocking != []


def test_two_translators_on_one_sentence_lose_nothing(client_ur, urdu, translator):
    posted = fields(urdu, {"title": TITLE})
    save_words(urdu, {each.pk: "اطلاع" for each in sentences(urdu) if each.path == "title"}, {}, None)
    answer = client_ur.post(address(urdu), posted)
    assert answer.status_code == 409
    assert TITLE in answer.content.decode()
    assert "اطلاع" in answer.content.decode()
    assert not StringTranslation.objects.filter(data=TITLE).exists()


def test_a_machine_draft_is_never_public_until_a_person_has_read_it(
    client_ur, urdu, django_capture_on_commit_callbacks
):
    words = {"title": TITLE, "summary": SUMMARY}
    save_words(
        urdu, {each.pk: words[each.path] for each in sentences(urdu) if each.path in words}, {}, None, machine=True
    )
    assert state(urdu) == State.MACHINE
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {}, publish="1"))
    assert live(urdu) is None
    for each in sentences(urdu):
        if each.is_machine:
            client_ur.post(address(urdu), fields(urdu, {}, decide=f"{each.pk}:machine-checked"))
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {}, publish="1"))
    assert live(urdu) is not None


def test_new_english_makes_it_stale_and_readers_keep_the_last_checked_text(
    client_ur, urdu, bins, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"))
    bins.summary = "Call 01865 249811 within 3 working days."
    with django_capture_on_commit_callbacks(execute=True):
        bins.save_revision().publish()
    assert state(urdu) == State.STALE
    assert StaleTranslation.objects.get().translation == urdu
    assert live(urdu).specific.summary == SUMMARY
    html = client_ur.get(address(urdu)).content.decode()
    assert "<del>2</del>" in html
    assert "<ins>3</ins>" in html
    assert SUMMARY in html


def test_the_same_words_elsewhere_are_filled_in(urdu, home, locales):
    from wagtail_localize.models import Translation, TranslationSource

    from home.models import HomePage

    save_words(urdu, {each.pk: TITLE for each in sentences(urdu) if each.path == "title"}, {}, None)
    other = home.add_child(instance=HomePage(title="Report a missed bin", slug="again", summary="Report a missed bag"))
    source, _ = TranslationSource.update_or_create_from_instance(other)
    second = Translation.objects.create(source=source, target_locale=locales["ur"])
    fill_in(second, None)
    assert {each.path: each.text for each in sentences(second)}["title"] == TITLE


def test_the_editor_costs_the_same_queries_for_any_number_of_sentences(client_ur, urdu, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        client_ur.get(address(urdu))


def test_what_was_typed_is_given_back_when_the_english_is_deleted_meanwhile(client_ur, urdu, bins):
    posted, here = fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"), address(urdu)
    bins.delete()
    answer = client_ur.post(here, posted)
    assert answer.status_code == 410
    assert TITLE in answer.content.decode()
    assert client_ur.get(here).status_code == 404


@pytest.mark.parametrize("path", ["title", "summary"])
@pytest.mark.parametrize(
    "strange",
    ['<b style="position:fixed">{}</b>', "{}<![foo[x]]>", "{}" + "<b>" * 3000],
)
def test_what_the_page_would_not_take_is_named_and_no_english_stands_in_for_it(
    client_ur, urdu, strange, path, django_capture_on_commit_callbacks
):
    texts = {"title": TITLE, "summary": SUMMARY}
    texts[path] = strange.format(texts[path])
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_ur.post(address(urdu), fields(urdu, texts, publish="1"), follow=True)
    assert answer.status_code == 200
    assert live(urdu) is None
    sentence = next(each for each in sentences(urdu) if each.path == path)
    assert sentence.text == texts[path]
    assert "refused" in {each.code for each in sentence.blocking}


def test_nobody_may_let_pass_what_the_page_does_not_take(urdu, translator):
    save_words(urdu, {each.pk: f'<b id="x">{TITLE}</b>' for each in sentences(urdu) if each.path == "title"}, {}, None)
    sentence = next(each for each in sentences(urdu) if each.path == "title")
    for code in ("refused", "invented", "z" * 200):
        assert decide(sentence, code, "Agreed", translator("ur", code[:9])) == "There is nothing here that could pass."
    assert not Decision.objects.exists()


@pytest.mark.parametrize("path", ["title", "summary", "slug"])
def test_words_that_a_field_does_not_take_are_kept_and_named_each_time(
    client_ur, urdu, path, django_capture_on_commit_callbacks
):
    texts = {"title": TITLE, "summary": SUMMARY}
    texts[path] = "a" * 300 if path == "slug" else f"{texts[path]} {'ک' * 300}"
    for _attempt in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client_ur.post(address(urdu), fields(urdu, texts, publish="1"), follow=True)
        assert "Not published. Your words are saved." in answer.content.decode()
        assert "there is room for 255" in answer.content.decode()
        assert live(urdu) is None
    texts |= {"title": TITLE, "summary": SUMMARY, "slug": "kooray-daan"}
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, texts, publish="1"))
    assert live(urdu).title == TITLE


def test_an_error_of_the_page_itself_is_told_with_the_sentence(client_ur, urdu, monkeypatch):
    client_ur.post(address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}))
    wrong = {"summary": ["No full stop."]}
    for error in (ValidationError(wrong), ValidationError("No full stop.")):
        monkeypatch.setattr(HomePage, "clean", Mock(side_effect=error))
        answer = client_ur.post(address(urdu), fields(urdu, {}, publish="1"), follow=True)
        assert "No full stop." in answer.content.decode()
        assert live(urdu) is None
    monkeypatch.undo()
    refused = [each for each in sentences(urdu) if each.blocking]
    assert [(each.path, each.text) for each in refused] == [("summary", SUMMARY)]


def test_a_page_that_a_gate_refuses_stays_as_it_was(client_ur, urdu, monkeypatch, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"))
    no = [GateFinding("test.no", "No.", "Never.")]
    monkeypatch.setitem(registry._gates, "no", lambda _page: no)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_ur.post(address(urdu), fields(urdu, {"title": "بن"}, publish="1"), follow=True)
    assert "Not published. Your words are saved." in answer.content.decode()
    assert live(urdu).title == TITLE


def test_a_translation_does_not_go_live_before_its_english(client_ur, urdu, bins, django_capture_on_commit_callbacks):
    bins.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_ur.post(
            address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"), follow=True
        )
    assert "The English page is not live." in answer.content.decode()
    assert live(urdu) is None


def test_signs_that_nobody_sees_are_left_out(client_ur, urdu):
    client_ur.post(address(urdu), fields(urdu, {"title": f"{TITLE}\x0b\x1b\ufffe"}))
    assert next(each.text for each in sentences(urdu) if each.path == "title") == TITLE


def test_english_that_needs_no_new_words_makes_it_stale_too(client_ur, urdu, bins, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_ur.post(address(urdu), fields(urdu, {"title": TITLE, "summary": SUMMARY}, publish="1"))
        bins.save_revision().publish()
    assert state(urdu) == State.CURRENT
    bins.summary = ""
    with django_capture_on_commit_callbacks(execute=True):
        bins.save_revision().publish()
    assert state(urdu) == State.STALE
    assert "No sentence is missing" in client_ur.get(address(urdu)).content.decode()
