"""Answers by ward and what people say about themselves: counts alone, that can be joined to nobody."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.models import User
from insight.dashboards import channels, voices
from insight.models import DailyRollup, Event, GroupCount, PanelGroup, PostcodeWard
from insight.stats import rake
from insight.stats.cells import rake_cells
from insight.types import NOWHERE, Area, Subject
from insight.voices.counting import area_of, count_answer
from insight.widget import tokens
from insight.widget.drawing import form_feedback

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def city(home):
    for dimension, named in (("ward", {"Barton": 200, "Carfax": 800}), ("age", {"18 to 34": 500, "35 and over": 500})):
        for name, people in named.items():
            PanelGroup.objects.create(dimension=dimension, name=name, people=people, source="Census")


def about_you(client, **data):
    sent = {"proof": tokens.render_proof("about-you", None), **data}
    return client.post("/feedback/about-you/", sent, headers=SAME)


def test_each_group_is_counted_alone_and_nothing_else_is_kept(client, city):
    page = client.get("/feedback/about-you/")
    assert page.status_code == 200
    assert not page.cookies
    assert "I prefer not to say" in page.content.decode()
    response = about_you(client, ward="Barton", age="18 to 34", ethnicity="made up")
    assert (response.status_code, response.cookies) == (200, {})
    about_you(client, ward="Barton")
    rows = set(GroupCount.objects.values_list("dimension", "group", "n", "question"))
    assert rows == {("ward", "Barton", 2, "about-you"), ("age", "18 to 34", 1, "about-you")}
    assert {row.month.day for row in GroupCount.objects.all()} == {1}
    assert not Event.objects.exists()
    assert not DailyRollup.objects.exists()


def test_nothing_chosen_comes_back_and_robots_strangers_and_floods_add_nothing(client, city):
    response = about_you(client, ward="", age="Nobody's")
    assert response.status_code == 422
    assert "Choose an answer" in response.content.decode()
    about_you(client, ward="Barton", homepage="x")
    about_you(client, ward="Barton", proof="made-up")
    assert (
        client.post("/feedback/about-you/", {"ward": "Barton"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code
        == 403
    )
    assert not GroupCount.objects.exists()
    for _press in range(70):
        assert about_you(client, ward="Barton").status_code == 200
    assert GroupCount.objects.get().n == 60


def test_the_way_there_carries_nothing_of_the_answer(client, bins, city):
    html = client.get(f"/feedback/thanks/?page={bins.translation_key}").content.decode()
    assert 'href="/feedback/about-you/"' in html
    PanelGroup.objects.all().delete()
    assert "/feedback/about-you/" not in client.get("/feedback/thanks/").content.decode()


def test_a_finished_form_counts_for_its_ward_once_and_its_event_does_not_know_the_ward(client, city):
    drawn = form_feedback(Subject("form", "missed-bin:3"), "WM7K", "web", Area("Barton"))
    assert "Barton" not in drawn
    proof = tokens.form_end_proof("missed-bin:3", "WM7K", "", "web", Area("Barton"))
    assert "Barton" not in str(tokens._read("form-end", proof, 10))
    for value in ("4", "4", "1"):
        client.post("/feedback/form/", {"proof": proof, "satisfaction": value}, headers=SAME)
    client.post("/feedback/form/", {"proof": proof, "satisfaction": "1"}, headers={"Accept": "text/html"})
    row = GroupCount.objects.get()
    assert (row.dimension, row.group, row.channel, row.question, row.n, row.r4) == (
        "ward", "Barton", "web", "form-end/1", 1, 1,
    )  # fmt: skip
    assert "Barton" not in str(list(Event.objects.values()))


def test_an_adviser_may_name_the_ward(client, city):
    client.force_login(User.objects.create_superuser(username="adviser", password="x"))
    html = client.get("/admin/insight/answers/").content.decode()
    assert "Carfax" in html
    batch = "5a6f3c1e-6c9b-4a3e-9d5b-7d1f7c0f2a10"
    sent = {
        "channel": "phone", "service": "council-tax", "day": timezone.localdate().isoformat(), "batch": batch,
        "slip-TOTAL_FORMS": "2", "slip-INITIAL_FORMS": "0", "slip-0-value": "5", "slip-0-ward": "Carfax",
        "slip-1-value": "1",
    }  # fmt: skip
    for _press in range(2):
        assert client.post("/admin/insight/answers/", sent).status_code == 302
    assert list(GroupCount.objects.values_list("group", "channel", "n", "r5")) == [("Carfax", "phone", 1, 1)]
    wrong = client.post("/admin/insight/answers/", {**sent, "slip-0-ward": "Atlantis"})
    assert wrong.status_code == 422


def test_the_board_weights_by_ward_and_channel_and_names_who_is_silent(client, city):
    for _answer in range(40):
        count_answer({"ward": "Carfax"}, "web", "form-end/1", 5)
        count_answer({"ward": "Carfax"}, "phone", "visit-end/1", 1)
    for channel, n in (("web", 100), ("phone", 300), ("counter", 100)):
        DailyRollup.objects.create(
            day=timezone.localdate(), subject="service:bins", channel=channel, locale="en", question="contact.volume",
            standing="counted", n=n,
        )  # fmt: skip
    section = voices.by_ward()
    assert "25 of 100 people would be satisfied. As the answers came in, it is 50 of 100." in section.sentence
    assert section.notes[1:] == ["We have heard nobody from: Barton; Face to face."]
    html = client.get("/feedback/performance/").content.decode()
    assert "25 of 100 people would be satisfied" in html
    assert "We have heard nobody from: Barton; Face to face." in html
    client.force_login(User.objects.create_superuser(username="head", password="x"))
    assert "Who we hear" in client.get("/admin/insight/voices/").content.decode()


def test_small_groups_are_hidden_on_the_board(city):
    for group, n in (("18 to 34", 3), ("35 and over", 40)):
        GroupCount.objects.create(
            month=timezone.localdate().replace(day=1), dimension="age", group=group, channel="web",
            question="about-you", n=n,
        )  # fmt: skip
    section = next(part for part in voices.sections() if part.heading == "Age")
    assert [line.cells[0] for line in section.lines] == ["–", "–"]
    assert section.sentence.startswith("43 people")


def test_raking_cells_says_what_raking_answers_says():
    cells = {("a", "x"): (30, 40), ("a", "y"): (5, 20), ("b", "x"): (9, 30), ("b", "y"): (2, 10), ("?", "x"): (9, 9)}
    shares = [{"a": 0.5, "b": 0.5}, {"x": 0.3, "y": 0.7}]
    found = rake_cells(cells, shares)
    answers = [
        dict(zip("01", cell, strict=True)) for cell, (_yes, n) in cells.items() if cell[0] != "?" for _ in range(n)
    ]
    one_by_one = rake(answers, {"0": shares[0], "1": shares[1]})
    assert found.n == 100
    assert found.effective == pytest.approx(one_by_one.effective, rel=1e-3)
    assert found.weights["b", "y"] == pytest.approx(max(one_by_one.weights[90:]), rel=1e-3)
    assert rake_cells({("a", "x"): (1, 29)}, shares).value is None
    assert rake_cells({}, [{}, {}]).silent == ()


def test_the_list_of_wards_is_read_as_a_whole_or_not_at_all(tmp_path, capsys):
    file = tmp_path / "wards.csv"
    file.write_text("pcds,Ward\nOX3 9QQ,Barton\nox1 1aa,Carfax\n")
    call_command("insight_wards", str(file))
    assert "2 postcodes in 2 wards." in capsys.readouterr().out
    assert (area_of("ox39qq"), area_of(" OX1  1AA")) == (Area("Barton"), Area("Carfax"))
    assert area_of("SW1A 1AA") == area_of("") == NOWHERE
    file.write_text("pcds,Ward\nOX3 9QQ\n")
    with pytest.raises(CommandError, match="lines cannot be read: 2"):
        call_command("insight_wards", str(file))
    assert PostcodeWard.objects.count() == 2


def test_channels_whose_use_nobody_counted_are_named_and_the_public_figure_waits(client, city):
    for _answer in range(40):
        count_answer({"ward": "Carfax"}, "web", "form-end/1", 5)
        count_answer({"ward": "Carfax"}, "phone", "visit-end/1", 1)
    for channel, question, step in (("web", "form-end/1", "r5"), ("phone", "visit-end/1", "r1")):
        DailyRollup.objects.create(
            day=timezone.localdate(), subject="service:bins", channel=channel, locale="en", question=question,
            standing="counted", n=40, **{step: 40},
        )  # fmt: skip
    DailyRollup.objects.create(
        day=timezone.localdate(), subject="service:bins", channel="web", locale="en", question="form.completed",
        standing="counted", n=100,
    )  # fmt: skip
    left = "Left out, because nobody counted how often they are used: Phone."
    assert left in voices.by_ward().notes
    assert left in [*channels.plain_and_weighted()][1].notes
    assert "people would be satisfied" not in client.get("/feedback/performance/").content.decode()
