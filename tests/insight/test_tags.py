"""Answers by deprivation of the area, tenant and campaign: told by lists and staff, never asked of residents."""

import json
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.models import User
from insight.api.intake import take
from insight.dashboards import tagged
from insight.models import DailyRollup, Event, GroupCount, PanelGroup, Place, PostcodeWard
from insight.recording.ratings import Circumstances, record_rating
from insight.recording.store import Fact, record_all
from insight.services import area_of
from insight.types import NOWHERE, Area, Subject
from insight.voices.counting import count_answer
from insight.voices.tags import Tag
from insight.widget import tokens
from insight.widget.drawing import form_feedback

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}
LIBRARY = "/feedback/kiosk/rose-hill-library/"


@pytest.fixture
def boss(client, home):
    client.force_login(User.objects.create_superuser(username="boss", password="x"))
    return client


@pytest.fixture
def place(home):
    return Place.objects.create(name="Library", slug="rose-hill-library", service="libraries", campaign="food-waste")


def wards(tmp_path, text):
    file = tmp_path / "wards.csv"
    file.write_text(text)
    call_command("insight_wards", str(file))


def counted():
    return set(GroupCount.objects.values_list("dimension", "group", "channel", "question", "n", "r5"))


def groups(dimension, counts, **more):
    """``counts`` are {group: (unhappy, happy)}."""
    for group, (unhappy, happy) in counts.items():
        GroupCount.objects.create(**{
            "month": timezone.localdate().replace(day=1), "dimension": dimension, "group": group, "channel": "paper",
            "question": "visit-end/1", "n": unhappy + happy, "r1": unhappy, "r5": happy, **more,
        })  # fmt: skip


def section(heading):
    return next(part for part in tagged.sections() if part.heading == heading)


# The council's list


@pytest.mark.parametrize(
    "heading",
    ["imd_decile", "IMD decile", "Index of Multiple Deprivation  Decile", "Deprivation"],
)
def test_the_list_of_postcodes_may_tell_the_deprivation_of_areas(tmp_path, capsys, heading):
    wards(tmp_path, f"postcode,ward,{heading}\nOX3 9QQ,Barton,1\nOX1 1AA,Carfax,10.0\nOX1 1AB,Carfax,\n")
    assert "3 postcodes in 2 wards. The deprivation of 2 is known." in capsys.readouterr().out
    assert [area_of(code) for code in ("ox39qq", "OX1 1AA", "OX1 1AB")] == [
        Area("Barton", 1), Area("Carfax", 10), Area("Carfax"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["0", "11", "-1", "2.5", "most", "32844", "Ⅷ"])
def test_a_decile_that_is_none_is_told_by_its_line_and_nothing_changes(tmp_path, cell):
    wards(tmp_path, "postcode,ward,imd_decile\nOX3 9QQ,Barton,1\n")
    with pytest.raises(CommandError, match=r"no whole number from 1 to 10: 3, 4\. Nothing was changed"):
        wards(tmp_path, f"postcode,ward,imd_decile\nOX1 1AA,Carfax,2\nOX1 1AB,Carfax,{cell}\nOX1 1AC,Carfax,x\n")
    assert list(PostcodeWard.objects.values_list("postcode", "decile")) == [("OX39QQ", 1)]


def test_a_rank_of_the_national_list_is_no_decile(tmp_path, capsys):
    wards(tmp_path, "pcds,ward,imd\nOX3 9QQ,Barton,1044\n")
    assert capsys.readouterr().out == "1 postcodes in 1 wards.\n"
    assert area_of("OX39QQ") == Area("Barton")


# What is counted


def test_a_finished_form_counts_for_the_deprivation_of_its_area_which_nobody_reads(client, home):
    area = Area("Barton", 1)
    assert "Barton" not in form_feedback(Subject("form", "missed-bin:3"), "WM7K", "web", area)
    proof = tokens.form_end_proof("missed-bin:3", "WM7K", "", "web", area)
    assert tokens.read_form_end_proof(proof).area == area
    # How long a proof is tells nothing: 1 and 10 are as long.
    assert len(proof) == len(tokens.form_end_proof("missed-bin:3", "WM7K", "", "web", Area("Barton", 10)))
    for _press in range(2):
        client.post("/feedback/form/", {"proof": proof, "satisfaction": "5"}, headers=SAME)
    assert counted() == {
        ("ward", "Barton", "web", "form-end/1", 1, 1), ("deprivation", "1", "web", "form-end/1", 1, 1),
    }  # fmt: skip
    assert "Barton" not in str(list(Event.objects.values()))
    assert set(Event.objects.get().data) == {
        "scale", "value", "question_id", "question_version", "locale", "channel", "page", "form_ref",
    }  # fmt: skip


def test_a_proof_whose_decile_was_changed_or_is_of_another_form_tells_none():
    proof = tokens.form_end_proof("missed-bin:3", "WM7K", area=Area("Barton", 3))
    content = tokens._read("form-end", proof, 10)
    assert tokens._area({**content, "d": content["w"]}) == Area("Barton")
    assert tokens._area({**content, "n": "another"}) == NOWHERE
    assert tokens._area({**content, "d": "%%%"}) == Area("Barton")


def test_without_a_postcode_or_a_campaign_nothing_more_is_asked(django_assert_num_queries, place):
    with django_assert_num_queries(0):
        assert area_of(" ") == NOWHERE
    with CaptureQueriesContext(connection) as asked:
        record_rating(
            value=5, scale="csat5", subject=Subject("service", "libraries"), question_id="visit-end", locale="en"
        )
    assert not [query for query in asked if "groupcount" in query["sql"]]
    assert Event.objects.count() == 1


def test_no_resident_is_asked_for_any_of_it(client, home):
    PanelGroup.objects.create(dimension="age", name="18 to 34", people=500, source="Census")
    for address in ("/feedback/about-you/", "/feedback/panel/"):
        html = client.get(address).content.decode()
        assert "18 to 34" in html
        for tag in Tag:
            assert f'name="{tag}"' not in html
            assert str(tag.label) not in html
    sent = {"proof": tokens.render_proof("about-you", None), "deprivation": "1", "tenant": "yes", "campaign": "x"}
    assert client.post("/feedback/about-you/", sent, headers=SAME).status_code == 422
    assert not GroupCount.objects.exists()
    for tag in Tag:
        with pytest.raises(ValidationError):
            PanelGroup(dimension=tag, name="1", people=1, source="x").full_clean()


def test_a_kiosks_answers_count_for_its_campaign(client, place):
    proof = tokens.render_proof("place:rose-hill-library", None)
    sent = {"proof": proof, "satisfaction": "5"}
    for _press in range(2):  # the second trembles
        assert client.post(LIBRARY, sent, headers=SAME).status_code == 200
    client.post(LIBRARY, {**sent, "satisfaction": "4", "homepage": "x"}, headers=SAME)
    client.post(LIBRARY, {**sent, "satisfaction": "3", "proof": "made up"}, headers=SAME)
    client.post("/feedback/place/rose-hill-library/", {**sent, "satisfaction": "2"}, headers=SAME)
    assert counted() == {
        ("campaign", "food-waste", "kiosk", "visit-end/1", 1, 1), ("campaign", "food-waste", "qr", "visit-end/1", 1, 0),
    }  # fmt: skip
    assert {event.data["campaign"] for event in Event.objects.all()} == {"food-waste"}
    Place.objects.update(campaign=None)
    client.post(LIBRARY, sent, headers={**SAME, "User-Agent": "another"})
    assert "campaign" not in Event.objects.last().data


def test_a_campaign_is_written_in_one_way_and_odd_ones_are_refused(place):
    place.campaign = "Food-Waste_2026"
    place.full_clean()
    assert place.campaign == "food-waste_2026"
    place.campaign = ""
    place.full_clean()
    assert place.campaign is None
    for odd in ("food waste", "x" * 41):
        place.campaign = odd
        with pytest.raises(ValidationError):
            place.full_clean()


def test_facts_that_are_written_together_are_added_up_and_known_ones_left_out(home):
    data = {
        "scale": "csat5", "value": 5, "question_id": "visit-end", "question_version": 1, "locale": "en",
        "channel": "kiosk", "page": "", "campaign": "food-waste",
    }  # fmt: skip
    facts = [Fact("rating", "/insight/place", "service:x", data, event_id=str(at)) for at in range(3)]
    with CaptureQueriesContext(connection) as asked:
        record_all([*facts, facts[0]])
    assert len([query for query in asked if 'UPDATE "insight_groupcount"' in query["sql"]]) == 1
    record_all(facts)
    assert counted() == {("campaign", "food-waste", "kiosk", "visit-end/1", 3, 3)}


def test_another_system_may_tell_the_campaign_and_nothing_personal_in_it():
    def sent(event_id, campaign):
        return {
            "specversion": "1.0", "id": event_id, "type": "uk.gov.council.insight.rating.v1",
            "time": timezone.now().isoformat(), "data": {
                "scale": "csat5", "value": 5, "question_id": "visit-end", "question_version": 1, "locale": "en",
                "channel": "phone", "page": "", "campaign": campaign,
            },
        }  # fmt: skip

    batch = [sent("1", "Food-Waste-2026"), sent("2", "07700-900123"), sent("3", "two words"), sent("4", "x" * 41),
             sent("5", ""), sent("6", 7)]  # fmt: skip
    told = [outcome for outcome, _why in take(batch, "telephony")]
    assert told == ["stored", *["refused"] * 5]
    assert take(batch[:1], "telephony") == [("known", "")]
    assert counted() == {("campaign", "food-waste-2026", "phone", "visit-end/1", 1, 1)}


# What staff enter


def entry(**change):
    return {
        "channel": "counter", "service": "housing", "day": timezone.localdate().isoformat(),
        "batch": str(uuid.uuid4()), "campaign": "Warm-Homes", "slip-TOTAL_FORMS": "2", "slip-INITIAL_FORMS": "0",
        "slip-0-value": "5", "slip-0-tenant": "yes", "slip-0-postcode": "ox3 9qq", "slip-1-value": "1", **change,
    }  # fmt: skip


@pytest.fixture
def lists(home):
    PostcodeWard.objects.create(postcode="OX39QQ", ward="Barton", decile=1)
    for name in ("Barton", "Carfax"):
        PanelGroup.objects.create(dimension="ward", name=name, people=10, source="Census")


def test_an_adviser_may_tell_tenant_postcode_and_campaign(boss, lists):
    html = boss.get("/admin/insight/answers/").content.decode()
    for label in ("Tenant of the council", "Postcode", "Campaign"):
        assert label in html
    sent = entry()
    for _press in range(2):
        assert boss.post("/admin/insight/answers/", sent).status_code == 302
    assert counted() == {
        ("ward", "Barton", "counter", "visit-end/1", 1, 1), ("deprivation", "1", "counter", "visit-end/1", 1, 1),
        ("tenant", "yes", "counter", "visit-end/1", 1, 1), ("campaign", "warm-homes", "counter", "visit-end/1", 2, 1),
    }  # fmt: skip
    stored = str([*Event.objects.values(), *DailyRollup.objects.values()]).lower()
    assert "tenant" not in stored
    assert "ox3" not in stored


def test_a_chosen_ward_stands_above_that_of_the_postcode(boss, lists):
    boss.post("/admin/insight/answers/", entry(**{"slip-0-ward": "Carfax", "campaign": "", "slip-0-tenant": ""}))
    assert {row[:2] for row in counted()} == {("ward", "Carfax"), ("deprivation", "1")}


def test_nothing_told_counts_nothing_and_without_a_list_no_postcode_is_asked(boss, home):
    assert 'name="slip-0-postcode"' not in boss.get("/admin/insight/answers/").content.decode()
    sent = entry(campaign="", **{"slip-0-tenant": "", "slip-0-postcode": "OX3 9QQ"})
    assert boss.post("/admin/insight/answers/", sent).status_code == 302
    assert Event.objects.count() == 2
    assert not GroupCount.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"slip-0-postcode": "SW1A 1AA"}, "This postcode is not in the council&#x27;s list."),
        ({"slip-0-postcode": "x" * 500}, "at most 10 characters"),
        ({"slip-0-tenant": "perhaps"}, "Select a valid choice"),
        ({"campaign": "food waste!"}, "valid"),
        ({"campaign": "x" * 41}, "at most 40 characters"),
    ],
)
def test_a_faulty_tag_stores_nothing(boss, lists, change, words):
    response = boss.post("/admin/insight/answers/", entry(**change))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Event.objects.exists()
    assert not GroupCount.objects.exists()


# What the boards say


def test_deprivation_stands_beside_the_city_and_names_who_is_silent(home):
    for at in range(20):
        PostcodeWard.objects.create(postcode=f"OX{at}", ward="x", decile=(1, 2, 5, 9)[at % 4])
    groups("deprivation", {"1": (30, 10), "5": (0, 60)})
    found = section("By deprivation of the area")
    assert found.sentence == (
        "Of 100 answers from the most deprived fifth of areas in England 25 are satisfied, of 100 from other areas 100."
        " The difference is more than chance. 40% of the answers came from that fifth, and 50% of the city lies in it."
    )
    lines = {line.label: line for line in found.lines}
    assert [*lines] == ["1 (most deprived)", "2", "5", "9"]
    assert lines["1 (most deprived)"].cells == ["25 in 100 (between 14 and 40)", "40", "40%", "25%"]
    assert [line.marked for line in found.lines] == [False, True, False, True]
    assert found.notes[-1] == "We have heard nobody from: 2; 9."


def test_small_cells_are_hidden_with_their_figures_and_no_sentence_tells_one(home):
    for decile in (1, 2, 5):
        PostcodeWard.objects.create(postcode=f"OX{decile}", ward="x", decile=decile)
    groups("deprivation", {"1": (1, 2), "2": (20, 60), "5": (0, 40)})
    found = section("By deprivation of the area")
    assert [line.cells for line in found.lines] == [
        ["–", "–", "–", "33%"], ["75 in 100 (between 65 and 83)", "80", "65%", "33%"], ["–", "–", "–", "33%"],
    ]  # fmt: skip
    assert found.lines[2].bar is None
    assert found.sentence == "There are too few answers to compare."


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, ""),
        ({"1": (1, 1), "2": (0, 2), "9": (0, 50)}, ""),
        ({"9": (0, 50)}, " 0% of the answers came from that fifth, and 50% of the city lies in it."),
        ({"1": (1, 4), "9": (0, 45)}, " 10% of the answers came from that fifth, and 50% of the city lies in it."),
    ],
)
def test_how_often_the_fifth_was_heard_is_told_unless_it_were_a_handful(home, counts, words):
    for decile in (1, 9):
        PostcodeWard.objects.create(postcode=f"OX{decile}", ward="x", decile=decile)
    groups("deprivation", counts)
    found = section("By deprivation of the area")
    assert found.sentence == f"There are too few answers to compare.{words}"


def test_two_hidden_cells_on_one_side_do_not_tell_each_other(home):
    groups("deprivation", {"1": (10, 30), "5": (1, 2), "9": (0, 4), "10": (0, 30)})
    assert section("By deprivation of the area").sentence == (
        "Of 100 answers from the most deprived fifth of areas in England 75 are satisfied, of 100 from other areas 97."
        " The difference is more than chance."
    )


def test_tenants_stand_beside_others_from_thirty_answers_on(home):
    groups("tenant", {"yes": (10, 19), "no": (20, 80)})
    found = section("By tenants of the council")
    assert found.sentence == "There are too few answers to compare."
    assert [line.cells for line in found.lines] == [
        ["Too few answers", "29"], ["80 in 100 (between 71 and 87)", "100"],
    ]  # fmt: skip
    count_answer({"tenant": "yes"}, "phone", "visit-end/1", 4)
    assert section("By tenants of the council").sentence == (
        "Of 100 tenants of the council 67 are satisfied, of 100 others 80. The difference can be chance."
    )
    GroupCount.objects.filter(group="yes").delete()
    groups("tenant", {"yes": (1, 3)})
    assert [line.cells for line in section("By tenants of the council").lines] == [["–", "–"], ["–", "–"]]


def test_campaigns_are_listed_by_their_answers(home):
    groups("campaign", {"food-waste": (10, 90), "warm-homes": (5, 5)})
    groups("campaign", {"long-ago": (0, 90)}, month="2020-01-01")
    groups("campaign", {"another-question": (0, 90)}, question="page-useful/1")
    found = section("By campaign")
    assert found.sentence == "1 of 2 campaigns have the 30 answers that a figure needs."
    assert [(line.label, line.cells[0]) for line in found.lines] == [
        ("food-waste", "90 in 100 (between 83 and 94)"), ("warm-homes", "Too few answers"),
    ]  # fmt: skip


def test_boards_without_any_of_it_say_so_and_ask_two_queries(home, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = [*tagged.sections()]
    assert [part.sentence for part in found] == [
        "The list of postcodes tells no deprivation of areas.",
        "There are too few answers to compare.",
        "No answer of the last 12 months came in by a campaign.",
    ]


def test_the_boards_and_the_evidence_hold_these_figures(boss, home):
    groups("tenant", {"yes": (10, 30), "no": (20, 80)})
    groups("campaign", {"food-waste": (10, 90)})
    html = boss.get(reverse("insight_voices")).content.decode()
    for heading in ("By deprivation of the area", "By tenants of the council", "By campaign"):
        assert heading in html
    lines = boss.get(reverse("insight_cabinet"), {"export": "csv"}).content.decode().splitlines()
    assert "By campaign,food-waste,90 in 100 (between 83 and 94),100" in lines
    assert (
        "Customer Service Excellence,1.3,By tenants of the council: Tenants of the council,–,"
        "75 in 100 (between 60 and 86)"
    ) in lines


def test_the_published_schema_takes_ratings_with_and_without_a_campaign(client, home):
    schema = json.loads(client.get("/schemas/insight/rating/v1.json").content)
    assert "campaign" in schema["properties"]
    assert "campaign" not in schema["required"]
    how = Circumstances(campaign="x" * 40)
    subject = Subject("service", "libraries")
    assert record_rating(
        value=5, scale="csat5", subject=subject, question_id="visit-end", locale="en", circumstances=how
    ).id
