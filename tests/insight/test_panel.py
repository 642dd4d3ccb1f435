"""The Residents' Panel: joined twice over, sealed, drawn to mirror the city, and gone without a trace."""

import random
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMessage, User
from insight.models import PanelGroup, PanelInvitation, PanelMember, PanelQuestion, PanelSurvey
from insight.panel import links, preview, work
from insight.panel.results import results
from insight.panel.sample import draw
from insight.panel.work import invite, publish, retain, tell

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}
CITY = {"ward": {"Barton": 0.2, "Carfax": 0.8}, "age": {"18 to 34": 0.5, "35 and over": 0.5}}


@pytest.fixture
def groups(home):
    for dimension, named in (("ward", {"Barton": 200, "Carfax": 800}), ("age", {"18 to 34": 500, "35 and over": 500})):
        for name, people in named.items():
            PanelGroup.objects.create(dimension=dimension, name=name, people=people, source="Census")


def press(path, data=None):
    return Client(enforce_csrf_checks=True).post(path, data or {}, headers=SAME)


def join(email="marker.person@example.org", **change):
    return press("/feedback/panel/", {"email": email, "panel": "adult", "agreed": "yes", "ward": "Barton", **change})


def member(number=0, *, youth=False, **profile):
    row = PanelMember(locale="en", youth=youth, confirmed_at=timezone.now())
    row.keep(f"person{number}@example.org", profile)
    return row


def survey(**more):
    day = timezone.localdate() + timedelta(days=9)
    row = PanelSurvey.objects.create(title="Parks", intro="About parks.", closes_on=more.pop("closes_on", day), **more)
    PanelQuestion.objects.create(survey=row, text="More benches?", options="Yes\nNo\n\nNot sure")
    return row


def test_joining_takes_a_press_on_a_link_that_was_sent(groups):
    page = Client().get("/feedback/panel/")
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")
    for group in ("Barton", "I prefer not to say"):
        assert group in page.content.decode()
    assert join().status_code == 200
    row = PanelMember.objects.get()
    assert row.confirmed_at is None
    assert row.opened() == {"email": "marker.person@example.org", "profile": {"ward": "Barton"}}
    assert b"marker" not in bytes(row.sealed)
    token = links.sign("confirm", row.pk)
    assert OutgoingMessage.objects.count() == 1
    assert Client().get(f"/feedback/panel/confirm/{token}/").status_code == 200
    row.refresh_from_db()
    assert row.confirmed_at is None
    assert press(f"/feedback/panel/confirm/{token}/").status_code == 200
    row.refresh_from_db()
    assert row.confirmed_at is not None


def test_nobody_learns_who_is_a_member_or_changes_what_a_member_told(groups):
    first = join().content
    second = join(ward="Carfax").content
    assert first == second
    assert PanelMember.objects.get().opened()["profile"] == {"ward": "Barton"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": "nobody"}, "Enter an email address like name@example.com."),
        ({"panel": ""}, "Choose which panel you want to join."),
        ({"agreed": ""}, "Tick the box if you agree."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(groups, change, words):
    response = join(**change)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert 'value="Barton" selected' in response.content.decode()
    assert not PanelMember.objects.exists()


def test_robots_strangers_and_groups_that_nobody_lists(groups):
    join(homepage="http://spam.example")
    assert not PanelMember.objects.exists()
    assert Client().post("/feedback/panel/", {}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    join(ward="<script>")
    assert PanelMember.objects.get().opened()["profile"] == {}
    for name in ("confirm", "leave", "survey"):
        assert Client().get(f"/feedback/panel/{name}/forged/").status_code == 404


def test_leaving_deletes_everything(groups):
    row = member(1, ward="Barton")
    asked = survey()
    invite(asked)
    invitation = PanelInvitation.objects.get()
    answer = {f"q{asked.questions.get().pk}": "Yes"}
    assert press(f"/feedback/panel/survey/{links.sign('survey', invitation.pk)}/", answer).status_code == 200
    invitation.refresh_from_db()
    assert invitation.opened() == {str(asked.questions.get().pk): "Yes"}
    marks = [str(row.pk), row.email_hash, str(invitation.pk)]
    token = links.sign("leave", row.pk)
    assert Client().get(f"/feedback/panel/leave/{token}/").status_code == 200
    assert PanelMember.objects.exists()
    assert "Everything that we kept about you is deleted." in press(f"/feedback/panel/leave/{token}/").content.decode()
    ours = list(apps.get_app_config("insight").get_models())
    left = [str(list(model.objects.values_list())) for model in ours]
    assert not [mark for mark in marks if any(mark in rows for rows in left)]
    assert press(f"/feedback/panel/leave/{token}/").status_code == 200


def test_who_never_confirms_and_who_is_silent_for_two_years_is_deleted(groups):
    join()
    kept = member(1)
    silent = member(2)
    PanelMember.objects.filter(pk=silent.pk).update(seen_at=timezone.now() - timedelta(days=731))
    assert retain() == 1
    assert retain(timezone.now() + timedelta(days=8)) == 1
    assert [row.pk for row in PanelMember.objects.all()] == [kept.pk]


def test_a_draw_mirrors_the_city_and_says_who_is_missing():
    people = [{"ward": "Carfax", "age": "35 and over"}] * 300 + [{"ward": "Carfax", "age": "18 to 34"}] * 60
    people += [{"ward": "Barton", "age": "18 to 34"}] * 12 + [{}] * 20
    sample = draw(people, CITY, 100, "seed")
    chosen = [people[at] for at in sample.chosen]
    assert len(set(sample.chosen)) == 100
    assert sum(row.get("ward") == "Barton" for row in chosen) == 12
    assert abs(sum(row.get("age") == "18 to 34" for row in chosen) - 50) <= 2
    assert [(short.dimension, short.group, short.wanted, short.got) for short in sample.short] == [
        ("ward", "Barton", 20, 12)
    ]
    assert draw(people, CITY, 100, "seed") == sample
    assert draw([], CITY, 100, "seed").chosen == ()


def test_each_invitation_goes_to_who_fills_most():
    dice = random.Random("told")
    people = [
        {name: dice.choice([*groups, "gone"]) for name, groups in CITY.items() if dice.random() < 0.9}
        for _ in range(120)
    ]
    left = {(name, group): share * 60 for name, groups in CITY.items() for group, share in groups.items()}
    wanted, free = dict(left), set(range(120))

    def need(at):
        return sum(left[pair] / wanted[pair] for pair in people[at].items() if pair in left)

    for at in draw(people, CITY, 60, "seed").chosen:
        assert need(at) == pytest.approx(max(map(need, free)))
        free.remove(at)
        for pair in people[at].items():
            if pair in left:
                left[pair] -= 1
    assert len(draw(people, {}, 60, "seed").chosen) == 60


def test_who_is_missing_is_worked_out_once_until_something_changes(groups, monkeypatch):
    opened = []
    monkeypatch.setattr(preview, "profile_of", lambda member: opened.append(member.pk) or work.profile_of(member))
    kept, row = member(1, ward="Carfax"), survey(size=10)
    first = preview.missing(row)
    assert preview.missing(row) == first
    assert opened == [kept.pk]
    kept.keep("person1@example.org", {"ward": "Barton"})
    assert preview.missing(row) != first
    row.size = 1
    preview.missing(row)
    assert len(opened) == 3


def test_results_are_weighted_and_name_their_limits():
    answers = [({"1": "Yes"}, {"ward": "Carfax"})] * 90 + [({"1": "No"}, {"ward": "Barton"})] * 10
    told = results([("1", "More benches?", ["Yes", "No", "Not sure"])], answers, {"ward": CITY["ward"]})
    assert told["questions"][0]["rows"] == [["Yes", 90, 80], ["No", 10, 20], ["Not sure", 0, 0]]
    assert told["effective"] < told["n"] == 100
    lonely = [*answers, ({"1": "Not sure"}, {"ward": "Carfax"})]
    rows = results([("1", "?", ["Yes", "No", "Not sure"])], lonely, {"ward": CITY["ward"]})["questions"][0]["rows"]
    assert [row[1] for row in rows] == [90, None, None]
    assert [row[2] for row in rows][1:] == [None, None]
    few = results([("1", "?", ["Yes"])], answers[:29], CITY)
    assert few["questions"][0]["rows"] == [["Yes", 29, None]]
    assert ["ward", "Barton"] not in few["silent"]
    assert ["ward", "Barton"] in results([("1", "?", ["Yes"])], answers[:60], CITY)["silent"]


def test_from_invitation_to_what_came_of_it(groups, client, monkeypatch):
    for number in range(4):
        member(number, ward="Carfax")
    member(9, youth=True)
    row = survey(size=10)
    client.force_login(User.objects.create_superuser("boss", password="x"))
    path = f"/admin/insight/panel/{row.pk}/"
    assert "Members: 4. 3 groups would have fewer invitations" in client.get(path).content.decode()
    client.post(path, {"do": "invite"})
    client.post(path, {"do": "invite"})
    assert OutgoingMessage.objects.count() == PanelInvitation.objects.count() == 4
    client.post(path, {"do": "publish"})
    row.refresh_from_db()
    assert row.published_on is None
    invitation = row.invitations.first()
    link = f"/feedback/panel/survey/{links.sign('survey', invitation.pk)}/"
    assert press(link).status_code == 422
    assert press(link, {f"q{row.questions.get().pk}": "Yes"}).status_code == 200
    PanelSurvey.objects.update(closes_on=timezone.localdate() - timedelta(days=1), outcome="We put up ten benches.")
    assert "This survey is closed" in Client().get(link).content.decode()
    client.post(path, {"do": "publish"})
    client.post(path, {"do": "tell"})
    client.post(path, {"do": "tell"})
    assert OutgoingMessage.objects.count() == 8
    assert not [one for one in PanelInvitation.objects.all() if one.sealed]
    page = Client().get("/feedback/panel/results/").content.decode()
    assert "We put up ten benches." in page
    assert "Too few answers to show" in page
    assert "1 people answered." in page
    assert "Chosen most" not in page


def test_a_survey_of_the_form_builder_and_the_youth_panel(groups, bins):
    member(1)
    young = member(2, youth=True)
    row = survey(youth=True, form=bins)
    invite(row)
    invitation = PanelInvitation.objects.get()
    assert invitation.member == young
    page = Client().get(f"/feedback/panel/survey/{links.sign('survey', invitation.pk)}/").content.decode()
    assert "/report-a-missed-bin/" in page
    publish(row)
    assert tell(row) == 1


def test_the_yearly_survey_stands_beside_it(home, tmp_path, capsys):
    file = tmp_path / "survey.csv"
    file.write_text("question,answer,people,per_cent\nSatisfied?,Yes,600,58.7\nSatisfied?,No,400,41.3\n")
    for _ in range(2):
        call_command("insight_residents_survey", str(file), title="Survey 2026", source="A firm, by post")
    assert PanelSurvey.objects.count() == 1
    page = Client().get("/feedback/panel/results/").content.decode()
    assert "59 in 100" in page
    assert "Source: A firm, by post." in page
    file.write_bytes("question,answer,people\nZufrieden?,Ja,viele\n".encode("cp1252"))
    with pytest.raises(CommandError, match="lines cannot be read: 2"):
        call_command("insight_residents_survey", str(file), title="x", source="y")
    file.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="no column question"):
        call_command("insight_residents_survey", str(file), title="x", source="y")
    assert re.search("1 questions imported", capsys.readouterr().out)


def test_a_chart_of_the_panel_says_what_was_chosen_most(home):
    rows = [["A", 20, 34], ["B", 40, 66], ["C", None, None]]
    day = timezone.localdate()
    results = {"n": 60, "effective": 50, "silent": [], "questions": [{"text": "Which?", "rows": rows}]}
    PanelSurvey.objects.create(title="Parks", intro="-", closes_on=day, published_on=day, results=results)
    assert "Chosen most: B (66 in 100)." in Client().get("/feedback/panel/results/").content.decode()


def test_an_address_that_is_too_long_is_refused_and_not_cut(groups):
    assert join(email="a" * 60 + "@" + "b." * 97 + "example.org.uk").status_code in {200, 422}
    response = join(email="a@" + "long." * 70 + "example")
    assert response.status_code == 422
    assert not any(len(row.opened()["email"]) == 254 for row in PanelMember.objects.all())


def test_one_answer_that_nobody_can_open_stops_no_survey(groups):
    row = survey(closes_on=timezone.localdate() - timedelta(days=1))
    for number in range(3):
        PanelInvitation.objects.create(survey=row, member=member(number)).answer({str(row.questions.get().pk): "Yes"})
    PanelInvitation.objects.filter(pk=PanelInvitation.objects.first().pk).update(sealed=b"damaged")
    publish(row)
    assert PanelSurvey.objects.get().results["n"] == 2
