"""The staff's own list: who may see it, how it is kept current, and that nothing of it leaks."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import Q
from django.urls import reverse

from core.models import AuditEvent
from search.models import SearchEntry
from services.colleagues.plan import plan_for
from services.colleagues.table import read
from services.importing.letters import UnreadableError, text_of
from services.models import Colleague

pytestmark = pytest.mark.django_db
HEAD = "reference,name,role,team,deals_with,place,phone,email\n"
FIRST = HEAD + "1,Ann Lee,Officer,Housing,Damp,OX4,,\n2,Bo Ray,Manager,Waste,Bins,Depot,,bo@example.org\n"


@pytest.fixture
def officer(admin_client):
    return admin_client


def upload(client, text, **more):
    content = text if isinstance(text, bytes) else text.encode()
    file = SimpleUploadedFile("staff.csv", content, content_type="text/csv")
    return client.post(reverse("services_colleague_import"), {"file": file, **more})


def agree(client, response, **more):
    html = response.content.decode()
    mark = re.search(r'name="agreed" value="(\w+)"', html)[1]
    return client.post(reverse("services_colleague_import"), {"text": response.context["text"], "agreed": mark, **more})


def store(client, text, **more):
    response = agree(client, upload(client, text, **more), **more)
    assert response.status_code == 302, response.content


def test_a_file_is_looked_at_before_anything_is_stored(officer):
    shown = upload(officer, FIRST)
    assert "2 new, 0 changed, 0 left, 0 as before, 0 broken" in shown.content.decode()
    assert not Colleague.objects.exists()
    agree(officer, shown)
    assert list(Colleague.objects.values_list("name", flat=True)) == ["Ann Lee", "Bo Ray"]
    event = AuditEvent.objects.get(verb="colleagues.import")
    assert event.object_ref == "2 new, 0 changed, 0 left"


def test_what_changes_is_said_with_before_and_after(officer):
    store(officer, FIRST)
    shown = upload(officer, FIRST.replace("Officer", "Senior officer")).content.decode()
    assert "role was “Officer” and becomes “Senior officer”." in shown
    assert "1 changed, 0 left, 1 as before" in shown


def test_a_broken_line_is_named_and_the_others_go_on(officer):
    text = HEAD + "1,Ann Lee,,,,,,no-mail\n2,Bo Ray,,,,,,\n2,Twice,,,,,,\n,Nameless,,,,,,\n3,Short\n4,Cy,,,,,,\n"
    response = upload(officer, text)
    shown = response.content.decode()
    for words in (
        "Line 2: email:",
        "Line 4: The reference 2 stands in line 3 already.",
        "Line 5: There is no reference.",
        "Line 6: This line has 2 cells, and the first line names 8.",
    ):
        assert words in shown
    agree(officer, response)
    assert list(Colleague.objects.values_list("reference", flat=True)) == ["2", "4"]


def test_who_is_not_in_a_whole_file_is_marked_and_may_come_back(officer):
    store(officer, FIRST)
    store(officer, HEAD + "1,Ann Lee,Officer,Housing,Damp,OX4,,\n", everybody="1")
    assert Colleague.objects.get(reference="2").left_on is not None
    page = officer.get(reverse("services_signpost"), {"q": "bins"}).content.decode()
    assert "ask the team" in page
    assert "bo@example.org" not in page
    store(officer, FIRST)
    assert Colleague.objects.get(reference="2").left_on is None


def test_part_of_a_file_marks_nobody(officer):
    store(officer, FIRST)
    assert plan_for(read(HEAD + "1,Ann Lee,,,,,,\n"), everybody=False).leavers == []


@pytest.mark.parametrize("broken", ["2,Bo\n", ",Bo Ray,,,,,,\n"])
def test_nobody_is_marked_while_a_line_that_cannot_be_read_may_be_theirs(broken):
    Colleague.objects.create(reference="2", name="Bo Ray")
    plan = plan_for(read(HEAD + "1,Ann Lee,,,,,,\n" + broken), everybody=True)
    assert plan.leavers == []
    assert "may be theirs" in plan.kept_back


def test_a_column_that_the_file_lacks_stays_as_it_is():
    Colleague.objects.create(reference="1", name="Ann Lee", phone="01632 960001")
    plan = plan_for(read("Reference;Name;Salary\n1;Ann Lee-Ray;90000\n"), everybody=False)
    assert plan.changed[0].fields == [("name", "Ann Lee", "Ann Lee-Ray")]
    assert plan.changed[0].row.phone == "01632 960001"
    assert plan.passed_over == ["salary"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_windows_writes_is_read(encoding):
    text = "reference\tname\r\n1\tZoë O’Brien\r\n"
    assert read(text_of(text.encode(encoding))).rows == [(2, {"reference": "1", "name": "Zoë O’Brien"})]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x00\x00", b"\x81\x8d", b"", b"who,what\n1,2\n", b"name,name,reference\n"]
)
def test_a_file_that_is_no_list_is_refused_in_words(officer, content):
    response = upload(officer, content)
    assert response.status_code == 422
    assert "Nothing was stored." in response.content.decode()


def test_no_file_and_one_too_large_are_refused(officer):
    assert officer.post(reverse("services_colleague_import"), {}).status_code == 422
    assert upload(officer, b"x" * 1_000_001).status_code == 422
    with pytest.raises(UnreadableError):
        read("")


def test_a_list_that_changed_meanwhile_is_shown_again(officer):
    shown = upload(officer, FIRST)
    Colleague.objects.create(reference="1", name="Ann Lee", left_on=date(2026, 1, 1))
    again = agree(officer, shown)
    assert again.status_code == 409
    assert "Ann Lee:" in again.content.decode()
    assert not Colleague.objects.filter(reference="2").exists()


def test_each_screen_asks_for_its_own_permission(client, demo):
    client.force_login(demo.user("adviser"))
    page = client.get(reverse("services_signpost"), {"q": "damp", "place": "OX4"})
    assert "Brian Sample" in page.content.decode()
    assert client.get(reverse("services_colleague_import")).status_code in (302, 403)
    client.force_login(demo.user("author"))
    assert client.get(reverse("services_signpost")).status_code in (302, 403)


def test_no_name_of_staff_is_on_the_website_or_in_the_search_index(client, demo):
    call_command("rebuild_search_index", verbosity=0)
    for address in (
        "/",
        "/your-council/who-can-help/?q=damp",
        "/your-council/who-does-what/housing-team/",
        "/search/?q=Brian+Sample",
    ):
        shown = client.get(address, follow=True).content.decode()
        # What was searched for is said again, as it was typed.
        assert "Brian Sample</" not in shown.replace("<bdi>Brian Sample</bdi>", "")
    assert not SearchEntry.objects.filter(
        Q(folded_title__contains="brian sample") | Q(folded_body__contains="brian sample")
    ).exists()
