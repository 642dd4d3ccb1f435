"""Translators share a translation: who works on it, remarks, earlier texts, the glossary, and what videos say."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse

from library.models import Video, VideoTrack
from translation.desk.segments import sentences
from translation.models import Assignment, EarlierText, GlossaryTerm, Remark

pytestmark = pytest.mark.django_db

CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n{}\n"


@pytest.fixture
def desk(begun, translator, client):
    """Return the Polish translation, its address, and a signed-in translator."""
    translation, user = begun("pl"), translator("pl")
    client.force_login(user)
    return translation, reverse("translation_edit", args=[translation.uuid]), user


@pytest.fixture
def video(db):
    video = Video(title="How to", type="video", duration=80, language="en")
    video.file.save("how-to.webm", ContentFile(b"0" * 100))
    track = ContentFile(CAPTIONS.format("Press the button.").encode(), name="a.vtt")
    VideoTrack.objects.create(video=video, file=track)
    return video


def shown(client, address):
    return " ".join(BeautifulSoup(client.get(address).content, "lxml").get_text(" ").split())


def test_somebody_takes_a_translation_and_leaves_it(desk, client, manager):
    translation, address, user = desk
    client.post(address, {"take": "1"})
    assert Assignment.objects.get(translation=translation).person == user
    client.force_login(manager)
    assert "pl-one works on this." in shown(client, address)
    client.post(address, {"take": "1"})
    assert Assignment.objects.get(translation=translation).person == manager
    client.post(address, {"leave": "1"})
    assert not Assignment.objects.exists()


def test_remarks_about_a_sentence_and_about_the_whole(desk, client):
    translation, address, _user = desk
    pk = sentences(translation)[0].pk
    client.post(address, {"remark": str(pk), f"remark-{pk}": "Formal or not?", f"text-{pk}": "Zgłoś pojemnik"})
    client.post(address, {"remark": "0", "remark-0": "Wait for the lawyers."})
    text = shown(client, address)
    assert "Formal or not?" in text
    assert "Wait for the lawyers." in text
    assert "Zgłoś pojemnik" in text
    for empty in ({"remark": "0"}, {"remark": "0", "remark-0": "x" * 1001}):
        client.post(address, empty)
    assert Remark.objects.count() == 2


def test_what_a_sentence_said_before_stays(desk, client):
    translation, address, user = desk
    pk = sentences(translation)[0].pk
    for text in ("Zgłoś kosz", "Zgłoś pojemnik", "Zgłoś pojemnik"):
        client.post(address, {f"text-{pk}": text})
    assert [(each.text, each.by) for each in EarlierText.objects.all()] == [("Zgłoś kosz", user)]
    assert "1 earlier text Zgłoś kosz" in shown(client, address)


def test_more_sentences_with_remarks_cost_no_more_queries(desk, client, django_assert_max_num_queries):
    translation, address, user = desk
    for sentence in sentences(translation):
        Remark.objects.create(translation=translation, segment=sentence.segment, text="?", by=user)
    with django_assert_max_num_queries(30):
        client.get(address)


def test_the_glossary_of_a_language_is_its_translators(desk, client, locales):
    address = reverse("translation_glossary", args=["pl"])
    assert client.post(address, {"rule": "must", "english": "bin", "text": "pojemnik"}).status_code == 302
    assert client.post(address, {"rule": "keep", "english": ""}).status_code == 422
    assert client.post(address, {"rule": "forbidden", "text": ""}).status_code == 422
    assert "pojemnik" in shown(client, address)
    other = GlossaryTerm.objects.create(locale=locales["ur"], english="bin", text="ڈبہ")
    assert client.post(address, {"remove": other.pk}).status_code == 404
    assert client.post(address, {"remove": "x"}).status_code == 404
    assert client.post(address, {"remove": GlossaryTerm.objects.get(locale=locales["pl"]).pk}).status_code == 302
    assert client.get(reverse("translation_glossary", args=["ur"])).status_code in (302, 403)
    assert GlossaryTerm.objects.get() == other


def test_subtitles_are_part_of_the_desk_for_the_own_language_only(desk, client, video):
    assert "How to : Subtitles How to (0 of 1)" in shown(client, reverse("translation_queue") + "?language=pl")
    mine = reverse("video_track", args=[video.pk, "subtitles", "pl"])
    assert "Press the button." in shown(client, mine)
    assert client.post(mine, {"text": CAPTIONS.format("Naciśnij przycisk.")}).status_code == 302
    assert video.caption_paragraphs("pl") == ["Naciśnij przycisk."]
    assert client.post(reverse("video_text", args=[video.pk, "pl"]), {"title": "Jak"}).status_code == 302
    assert client.get(reverse("video_words", args=[video.pk])).status_code == 200
    for kind, language in (("subtitles", "ur"), ("captions", "en")):
        assert client.get(reverse("video_track", args=[video.pk, kind, language])).status_code in (302, 403)
    assert client.get(reverse("video_text", args=[video.pk, "ur"])).status_code in (302, 403)
