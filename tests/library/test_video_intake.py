"""A video comes in: its kind, length and size are read from it, and what is none is refused."""

import struct
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Permission
from django.core.exceptions import RequestDataTooBig
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from core.full_disk import RoomAwareUploadHandler
from core.models import User
from library.footage import read
from library.models import Video
from services.models import HowToVideoPage, ServiceIndexPage

WEBM = (Path(django_settings.BASE_DIR) / "services/demo/media/report-a-missed-bin.webm").read_bytes()


def box(name, content):
    return struct.pack(">I4s", 8 + len(content), name) + content


def mp4(seconds=80, size=(1280, 720), version=0):
    if version:
        header = struct.pack(">B3xQQIQ", 1, 0, 0, 1000, seconds * 1000)
    else:
        header = struct.pack(">4xIIII", 0, 0, 1000, seconds * 1000)
    sound = box(b"trak", box(b"tkhd", bytes(84)))
    picture = box(b"trak", box(b"tkhd", bytes(76) + struct.pack(">II", *(each << 16 for each in size))))
    media = struct.pack(">I4sQ", 1, b"mdat", 16 + 40) + bytes(40)
    return box(b"ftyp", b"isom\0\0\2\0") + media + box(b"moov", box(b"mvhd", header) + sound + picture)


@pytest.fixture
def librarian(db, client):
    user = User.objects.create_superuser("librarian", password="irrelevant-here")
    client.force_login(user)
    return user


def send(client, content, name, **fields):
    data = {"title": "How to", "file": SimpleUploadedFile(name, content), "language": "en", "collection": 1, **fields}
    return client.post(reverse("wagtailmedia:add", args=["video"]), data)


@pytest.mark.parametrize("version", [0, 1])
def test_an_mp4_is_read(version):
    facts = read(ContentFile(mp4(version=version)))
    assert (facts.kind, facts.seconds, facts.width, facts.height) == ("mp4", 80, 1280, 720)


@pytest.mark.parametrize("cut", [0, 4, 12, 40, 100, 150])
def test_what_is_cut_off_or_holds_no_picture_is_no_video(cut):
    with pytest.raises(ValueError, match=r"video|pictures"):
        read(ContentFile(mp4()[:cut]))
    with pytest.raises(ValueError, match="no pictures"):
        read(ContentFile(mp4(size=(0, 0))))


@pytest.mark.parametrize(("content", "name"), [(WEBM, "how.webm"), (mp4(), "how.mp4")])
def test_length_and_size_are_read_and_the_statement_is_signed(librarian, client, content, name):
    assert send(client, content, name, all_visual_info_spoken="on").status_code == 302
    video = Video.objects.get()
    assert video.duration == pytest.approx(80, abs=1)
    assert (video.width, video.size_bytes) == (1280, len(content))
    assert video.spoken_signed_by == "librarian"
    assert video.tells_what_it_shows


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"<!doctype html><script>alert(1)</script>", "how.mp4", "We cannot take this type of file"),
        (b"\0" * 100, "how.mp4", "We cannot take this type of file"),
        (mp4(), "how.webm", "does not fit what is in it"),
        (mp4()[:60], "how.mp4", "cannot be read"),
        (b"", "how.mp4", "empty"),
    ],
)
def test_what_is_no_video_is_refused_in_words(librarian, client, content, name, words):
    assert words in send(client, content, name).content.decode()
    assert not Video.objects.exists()


@pytest.mark.parametrize("code", ['"><b>', "english", "e", "en-", "en GB"])
def test_a_spoken_language_is_a_code_that_lang_takes(librarian, client, code):
    assert "Enter the code of a language" in send(client, mp4(), "how.mp4", language=code).content.decode()
    assert not Video.objects.exists()
    assert send(client, mp4(), "how.mp4", language="zh-hans").status_code == 302


def test_four_gigabytes_are_refused_before_they_are_read(librarian, client):
    class Unread:
        def read(self, *_size):
            raise AssertionError("somebody read it")

    handler = RoomAwareUploadHandler(RequestFactory().post("/"))
    with pytest.raises(RequestDataTooBig):
        handler.handle_raw_input(Unread(), {}, 4 << 30, b"x")
    answer = client.post(
        reverse("wagtailmedia:add", args=["video"]),
        b"--x--",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(4 << 30),
    )
    assert answer.status_code == 413


def test_a_video_on_a_page_is_not_deleted_and_sound_has_no_screen(librarian, client):
    video = Video.objects.create(title="How to", type="video", file="media/how.mp4")
    area = Page.objects.get(depth=1).add_child(instance=ServiceIndexPage(title="Bins", slug="bins"))
    page = area.add_child(instance=HowToVideoPage(title="Report it", slug="report", video=video, live=False))
    ReferenceIndex.create_or_update_for_object(page)
    answer = client.post(reverse("wagtailmedia:delete", args=[video.pk]), follow=True)
    assert "This video is shown by “Report it”" in answer.content.decode()
    assert Video.objects.exists()
    assert client.get("/admin/media/audio/add/").status_code == 404


def test_who_may_not_change_videos_does_not_see_their_words(db, client):
    user = User.objects.create_user("other", password="irrelevant-here")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    video = Video.objects.create(title="How to", type="video", file="media/how.mp4")
    for name, more in [("video_words", []), ("video_text", ["en"]), ("video_track", ["captions", "en"])]:
        assert client.get(reverse(name, args=[video.pk, *more])).status_code in (302, 403)
