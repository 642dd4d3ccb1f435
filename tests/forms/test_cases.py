"""Staff work on requests: find, assign, note, ask, decide, merge, export. A team sees its own and nothing else."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from core.crypto import keyed_hash
from core.messages_out.sealing import opened
from core.models import AuditEvent, OutgoingMessage, Team, User
from core.services import sweep_outbox
from forms.delivery.contacts import email_hash
from forms.delivery.properties import place_hash
from forms.inbox.escalate import escalate, latest_due
from forms.inbox.operations import merge
from forms.models import (
    CaseNote,
    CaseScope,
    Connection,
    DecisionTemplate,
    Delivery,
    EscalationRule,
    ProvenContact,
    StatusEvent,
    Submission,
    SubmissionFile,
)
from forms.rights.erase import erase_case

ALL = ("view_submission", "change_submission", "export_submission", "view_person")


def staff(name, *codenames, team=None, form=None):
    """Return the browser of a member of staff whose group sees a team's or a form's requests."""
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    if team or form:
        CaseScope.objects.create(group=group, team=team, form=form)
    user = User.objects.create_user(name, password="x", first_name=name)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def make_case(version, number=0, **values):
    """Store a request without walking through its form."""
    answers = {"bins": ["rubbish"], "name": f"Resident {number}", "email": f"r{number}@example.org"}
    case = Submission(
        version=version,
        reference=f"23456789{chr(65 + number // 20 % 20)}{chr(65 + number % 20)}",
        locale="en",
        due_on=values.pop("due_on", timezone.localdate() + timedelta(days=2)),
        email_hash=email_hash(values.pop("email", answers["email"])),
        team=values.pop("team", Team.objects.get(name="Bins")),
        **values,
    )
    case.seal_content({"answers": answers})
    case.save()
    return case


@pytest.fixture
def bins(version):
    return Team.objects.get(name="Bins")


@pytest.fixture
def parks(db):
    return Team.objects.create(name="Parks", email="parks@example.org")


@pytest.fixture
def officer(bins):
    return staff("Olu", *ALL, team=bins)


@pytest.fixture
def case(version):
    return make_case(version)


def act(client, case, action, **data):
    fields = {f"{action}-{name}": value for name, value in data.items()}
    return client.post(f"/admin/requests/{case.pk}/{action}/", fields)


def page_of(client, case):
    return BeautifulSoup(client.get(f"/admin/requests/{case.pk}/").content, "html.parser")


def mails(prefix):
    rows = OutgoingMessage.objects.filter(idempotency_key__startswith=prefix).order_by("created_at")
    return [opened(row) for row in rows]


def test_a_sent_form_belongs_to_the_team_of_its_form(resident, bins):
    resident.start()
    resident.walk()
    resident.send()
    case = Submission.objects.get()
    assert case.team == bins
    assert case.place_hash == place_hash({"line_1": "1  example ST", "line_2": "", "postcode": "OX1 1AA"})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"uprn": "100012"}, {"uprn": "0100012"}, True),
        ({"uprn": "100012"}, {"uprn": "100013"}, False),
        (
            {"line_1": "Flat 2, 9 High Rd.", "postcode": "OX1 1AA"},
            {"line_1": "flat 2", "line_2": "9 High Road", "postcode": "ox1 1aa"},
            True,
        ),
        ({"line_1": "9 High Road", "postcode": "OX1 1AA"}, {"line_1": "9 High Road", "postcode": "OX1 1AB"}, False),
    ],
)
def test_a_property_is_known_by_its_number_or_its_tidy_address(one, other, same):
    assert (place_hash(one) == place_hash(other)) is same


def test_half_an_address_is_no_property():
    assert place_hash({"line_1": "9 High Road", "postcode": ""}) == ""


# Who sees what.


def addresses(case, file):
    """Every address of the inbox that could show something of a request, with the permission-free method."""
    base = f"/admin/requests/{case.pk}/"
    yield from (("get", base), ("get", f"{base}person/"), ("get", f"{base}property/"))
    yield "get", f"/admin/requests/file/{file.pk}/"
    yield "post", f"/admin/requests/file/{file.pk}/release/"
    for action in ("status", "decide", "ask", "note", "assign", "team", "merge"):
        yield "post", f"{base}{action}/"
    delivery = Delivery.objects.create(submission=case, connector="x", idempotency_key="x")
    yield "post", f"{base}again/{delivery.pk}/"


def test_a_team_sees_nothing_of_another(case, parks, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    case.place_hash = keyed_hash("x", purpose="x")
    case.save()
    file = SubmissionFile.objects.create(submission=case, name="a.png", size=1, sha256="0", scan_state="quarantined")
    other = staff("Pat", *ALL, team=parks)
    before = Submission.objects.values().get()
    answers = {(how, at): getattr(other, how)(at).status_code for how, at in addresses(case, file)}
    assert set(answers.values()) == {404}, answers
    assert case.spaced_reference not in other.get("/admin/requests/", {"state": "all"}).text
    for search in (case.reference, "r0@example.org"):
        assert case.spaced_reference not in other.get("/admin/requests/", {"q": search}).text
    assert case.reference not in other.get("/admin/requests/export.csv", {"state": "all"}).text
    assert "a.png" not in other.get("/admin/requests/held/").text
    assert other.post("/admin/requests/bulk/", {"kind": "status", "case": [case.pk]}).status_code == 404
    mine = make_case(case.version, 1, team=parks)
    assert act(other, mine, "merge", reference=case.reference).status_code == 422
    assert Submission.objects.values().get(pk=case.pk) == before
    assert not AuditEvent.objects.filter(verb="submission.read", object_ref=str(case.pk)).exists()


def test_without_a_line_that_shows_something_nothing_is_shown(case):
    nobody = staff("Nat", *ALL)
    assert nobody.get(f"/admin/requests/{case.pk}/").status_code == 404
    assert "An administrator says which teams" in nobody.get("/admin/requests/").text


def test_a_form_shows_its_requests_whoever_looks_after_them(case, page, parks):
    Submission.objects.update(team=parks)
    assert staff("Fay", *ALL, form=page).get(f"/admin/requests/{case.pk}/").status_code == 200
    one_team = staff("Gus", *ALL, form=page, team=Team.objects.get(name="Bins"))
    assert one_team.get(f"/admin/requests/{case.pk}/").status_code == 404


@pytest.mark.parametrize("missing", ALL)
def test_each_permission_is_needed(case, bins, missing):
    Submission.objects.update(place_hash="x")
    client = staff("Max", *(one for one in ALL if one != missing), team=bins)
    tried = {
        "view_submission": lambda: client.get(f"/admin/requests/{case.pk}/"),
        "change_submission": lambda: act(client, case, "note", text="Seen."),
        "export_submission": lambda: client.get("/admin/requests/export.csv"),
        "view_person": lambda: client.get(f"/admin/requests/{case.pk}/person/"),
    }
    assert tried[missing]().status_code in {302, 403}
    assert not CaseNote.objects.exists()


def test_rights_to_edit_pages_are_none_to_read_requests(case):
    assert staff("Ed", "change_page", "publish_page").get("/admin/requests/").status_code in {302, 403}


# The list.


def test_late_ones_come_first_and_each_page_goes_on_where_the_last_ended(version, officer):
    today = timezone.localdate()
    made = [make_case(version, n, due_on=today + timedelta(days=n % 7 - 3)) for n in range(60)]
    seen, address = [], "/admin/requests/"
    pages = [address]
    while address:
        html = BeautifulSoup(officer.get(address).content, "html.parser")
        seen += [a.text for a in html.select("tbody a")]
        links = {a.text: a["href"] for a in html.select("nav[aria-label=Pages] a")}
        address = "/admin/requests/" + links["Next page"] if "Next page" in links else ""
        pages.append(address)
    late_first = sorted(made, key=lambda case: (case.due_on, case.pk))
    assert seen == [case.spaced_reference for case in late_first]
    back = BeautifulSoup(officer.get("/admin/requests/" + links["Previous page"]).content, "html.parser")
    assert [a.text for a in back.select("tbody a")] == seen[25:50]
    assert officer.get("/admin/requests/", {"at": "<nonsense~"}).status_code == 200


def test_the_list_is_narrowed_and_found_by_contact_without_opening_answers(version, officer, bins, parks):
    today = timezone.localdate()
    late = make_case(version, 0, due_on=today - timedelta(days=1))
    mine = make_case(version, 1, assignee=officer.user)
    done = make_case(version, 2, status="closed", closed_at=timezone.now())
    Submission.objects.update(sealed=b"not to be opened")
    for query, expected in [
        ({}, {late, mine}),
        ({"promise": "late"}, {late}),
        ({"assignee": "me"}, {mine}),
        ({"assignee": "none"}, {late}),
        ({"state": "closed"}, {done}),
        ({"state": "all", "team": bins.pk}, {late, mine, done}),
        ({"age": "7"}, set()),
        ({"form": version.form_id, "age": "-7"}, {late, mine}),
        ({"q": "R2@Example.org"}, {done}),
        ({"q": "01632 960001"}, set()),
        ({"team": parks.pk}, {late, mine}),  # not theirs: left out
        ({"trouble": "dead"}, set()),
    ]:
        text = officer.get("/admin/requests/", query).text
        assert {case for case in (late, mine, done) if case.spaced_reference in text} == expected, query
    assert AuditEvent.objects.filter(verb="submission.find").count() == 2


# One request.


def test_a_request_is_assigned_only_to_somebody_who_sees_it(case, officer, parks):
    other = staff("Pat", *ALL, team=parks).user
    assert act(officer, case, "assign", assignee=other.pk).status_code == 422
    assert act(officer, case, "assign", assignee=10**9).status_code == 422
    assert act(officer, case, "assign", assignee=officer.user.pk).status_code == 302
    case.refresh_from_db()
    assert case.assignee == officer.user
    assert AuditEvent.objects.filter(verb="submission.assign", actor=officer.user).count() == 1


def test_notes_are_sealed_and_for_staff_only(case, officer, client):
    assert act(officer, case, "note", text="<b>Gate</b> is locked \u202etxt.exe").status_code == 302
    note = CaseNote.objects.get()
    assert b"Gate" not in bytes(note.sealed)
    page = page_of(officer, case)
    assert "<b>Gate</b> is locked" in page.text
    assert note.open_content()["text"] in page.text
    assert act(officer, case, "note", text="n" * 100_000).status_code == 422
    assert act(officer, case, "note", text="a\x00b").status_code == 400
    assert CaseNote.objects.count() == 1


def test_what_was_typed_into_a_refused_form_is_still_there(case, officer):
    refused = act(officer, case, "note", text="Remember me" + "n" * 6_000)
    box = BeautifulSoup(refused.content, "html.parser").select_one("details#note")
    assert box.has_attr("open")
    assert "Remember me" in box.select_one("textarea").text


def test_a_resident_answers_what_we_ask_by_a_signed_link(case, officer):
    assert act(officer, case, "ask", text="Which gate do you mean?").status_code == 302
    (mail,) = mails("forms.question:")
    assert mail.to == "r0@example.org"
    assert mails("forms.update:") == []
    link = re.search(r"/forms/answer/\S+", mail.body)[0]
    resident = Client()
    page = resident.get(link)
    assert "Which gate do you mean?" in page.text
    assert "Resident 0" not in page.text
    assert "no-store" in page["Cache-Control"]
    assert resident.post(link, {"answer": " "}).status_code == 422
    assert resident.post(link, {"answer": "x" * 5_001}).status_code == 422
    assert "Thank you" in resident.post(link, {"answer": "The green one."}).text
    assert "Thank you" in resident.post(link, {"answer": "Another."}).text
    page = page_of(officer, case).text
    assert "The green one." in page
    assert "Another." not in page
    case.refresh_from_db()
    assert case.status == "in_progress"
    assert resident.get("/forms/answer/forged").status_code == 404


def test_a_decision_starts_from_a_template_in_the_residents_language(case, officer, page):
    english = DecisionTemplate.objects.create(name="No", text="We said no.", form=page, locale=page.locale)
    html = BeautifulSoup(officer.get(f"/admin/requests/{case.pk}/?decide={english.pk}").content, "html.parser")
    box = html.select_one("details#decide")
    assert box.has_attr("open")
    assert box.textarea.text.strip() == "We said no."
    assert act(officer, case, "decide", status="decided", public_text="").status_code == 422
    assert act(officer, case, "decide", status="decided", public_text="We said no. Ask us why.").status_code == 302
    (mail,) = mails("forms.update:")
    assert "We said no. Ask us why." in mail.body
    assert AuditEvent.objects.filter(verb="submission.decide").count() == 1


def test_merged_requests_keep_their_story_and_hear_of_one_outcome(version, case, officer):
    second, third = make_case(version, 1), make_case(version, 2)
    assert act(officer, third, "merge", reference=second.reference).status_code == 302
    assert act(officer, second, "merge", reference=f" {case.spaced_reference.lower()} ").status_code == 302
    assert set(case.duplicates.all()) == {second, third}
    assert act(officer, case, "merge", reference=second.reference).status_code == 422  # itself, by way of the other
    assert act(officer, case, "decide", status="closed", public_text="The bin is empty now.").status_code == 302
    told = {mail.to for mail in mails("forms.update:") if "The bin is empty now." in mail.body}
    assert told == {"r0@example.org", "r1@example.org", "r2@example.org"}
    assert not any(case.reference in mail.body + mail.subject for mail in mails("forms.update:") if mail.to[1] != "0")
    assert StatusEvent.objects.filter(submission=second).count() == 2
    assert "Resident 1" in page_of(officer, second).text
    assert act(officer, second, "status", status="received").status_code in {302, 403}
    second.refresh_from_db()
    assert second.status == "closed"


def test_two_that_are_merged_with_each_other_at_once_end_with_one_and_not_with_themselves(version, case, officer):
    other = make_case(version, 1)
    seen_by_another = Submission.objects.get(pk=other.pk), Submission.objects.get(pk=case.pk)
    merge(case, other, officer.user)
    merge(*seen_by_another, officer.user)
    case.refresh_from_db()
    other.refresh_from_db()
    assert (case.merged_into, other.merged_into) == (other, None)
    assert act(officer, other, "decide", status="closed", public_text="Done.").status_code == 302
    assert set(Submission.objects.values_list("status", flat=True)) == {"closed"}


def test_a_message_that_the_residents_address_refuses_is_said_on_the_page(case, officer):
    act(officer, case, "decide", status="decided", public_text="We said no.")
    assert "did not get" not in page_of(officer, case).text
    OutgoingMessage.objects.update(dead_at=timezone.now(), last_error="smtp:550")
    text = page_of(officer, case).text
    assert "Messages that the resident did not get" in text
    assert "smtp:550" in text


def test_what_is_erased_is_no_refused_delivery_and_is_not_sent_again(case, officer):
    row = Delivery.objects.create(submission=case, connector="waste-system", idempotency_key="k")
    Connection.objects.create(
        key="waste-system", name="Waste", connector="webhook", options={"url": "https://x.example"}
    )
    erase_case(case, "asked")
    assert case.spaced_reference not in officer.get("/admin/requests/", {"trouble": "dead", "state": "all"}).text
    officer.post(f"/admin/requests/{case.pk}/again/{row.pk}/")
    sweep_outbox()
    row.refresh_from_db()
    assert (row.last_error, row.delivered_at) == ("erased", None)
    assert row.dead_at


def test_a_refused_delivery_is_shown_and_sent_again(case, officer):
    delivery = Delivery.objects.create(
        submission=case, connector="waste-system", idempotency_key="k", dead_at=timezone.now(), last_error="http:422"
    )
    assert "It said: http:422" in page_of(officer, case).text
    assert case.spaced_reference in officer.get("/admin/requests/", {"trouble": "dead"}).text
    officer.post(f"/admin/requests/{case.pk}/again/{delivery.pk}/")
    delivery.refresh_from_db()
    assert delivery.waiting


# Many.


def test_many_are_changed_after_a_page_that_says_which(version, officer, parks):
    cases = [make_case(version, n) for n in range(3)]
    chosen = {"case": [case.pk for case in cases]}
    page = officer.post("/admin/requests/bulk/", {"kind": "assign", **chosen})
    assert "This changes 3 requests" in page.text
    assert not Submission.objects.exclude(assignee=None).exists()
    done = {"kind": "assign", "assignee": officer.user.pk, "confirmed": "yes", **chosen}
    assert officer.post("/admin/requests/bulk/", done).status_code == 302
    assert Submission.objects.filter(assignee=officer.user).count() == 3
    forged = staff("Pat", *ALL, team=parks).user.pk
    assert officer.post("/admin/requests/bulk/", {**done, "assignee": forged}).status_code == 422
    closed = {"kind": "status", "status": "closed", "public_text": "Done.", "confirmed": "yes", **chosen}
    assert officer.post("/admin/requests/bulk/", closed).status_code == 302
    assert len(mails("forms.update:")) == 3
    assert AuditEvent.objects.filter(verb="submission.status").count() == 3


@pytest.mark.parametrize(
    ("data", "status"),
    [({"kind": "status"}, 302), ({"kind": "erase"}, 404), ({"kind": "status", "case": ["=cmd"]}, 404)],
)
def test_a_bulk_change_of_nothing_or_nonsense_changes_nothing(officer, data, status):
    assert officer.post("/admin/requests/bulk/", data).status_code == status


def test_an_export_runs_no_formula_and_each_request_in_it_is_written_down(version, officer):
    case = make_case(version, 0)
    case.seal_content({"answers": {"bins": ["rubbish"], "name": "=cmd|' /C calc'!A1", "phone": "+44 1632 960001"}})
    case.save()
    query = {"form": version.form_id}
    response = officer.get("/admin/requests/export.csv", query)
    assert "no-store" in response["Cache-Control"]
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][0] == "Reference"
    assert "'=cmd|' /C calc'!A1" in rows[1]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    book = load_workbook(io.BytesIO(officer.get("/admin/requests/export.xlsx", query).content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any("=cmd" in str(cell.value) for cell in cells)
    assert AuditEvent.objects.filter(verb="submission.export", object_ref=str(case.pk)).count() == 2
    assert "=cmd" not in officer.get("/admin/requests/export.csv").text  # of all forms: no answers


# By itself.


@pytest.mark.parametrize(
    ("days", "today", "latest"),
    [
        (1, date(2026, 11, 30), date(2026, 11, 29)),  # a Monday: what was due on Friday or at the weekend
        (2, date(2026, 12, 29), date(2026, 12, 23)),  # Christmas, Boxing Day and its Monday do not count
        (0, date(2026, 12, 1), date(2026, 12, 1)),
        (-2, date(2026, 11, 27), date(2026, 12, 1)),
    ],
)
def test_working_days_decide_when_a_rule_is_due(days, today, latest):
    assert latest_due(days, today) == latest


def test_a_rule_tells_another_team_once_and_lets_it_see_the_request(version, case, bins, parks):
    Submission.objects.update(due_on=timezone.localdate() - timedelta(days=10))
    fine = make_case(version, 1)
    EscalationRule.objects.create(team=bins, days=2, to_team=parks)
    EscalationRule.objects.create(team=parks, days=-5, to_team=bins)
    assert [escalate(), escalate()] == [1, 0]
    (mail,) = mails("forms.escalation:")
    assert mail.to == "parks@example.org"
    assert "Resident" not in mail.subject + mail.body
    other = staff("Pat", *ALL, team=parks)
    assert other.get(f"/admin/requests/{case.pk}/").status_code == 200
    assert other.get(f"/admin/requests/{fine.pk}/").status_code == 404


def test_a_team_with_requests_is_not_deleted_until_they_are_moved(case, bins, parks):
    admin = Client()
    admin.force_login(User.objects.create_superuser("root", "root@example.org", "x"))
    address = f"/admin/snippets/core/team/delete/{bins.pk}/"
    assert f"team={bins.pk}" in admin.post(address)["Location"]
    assert Team.objects.filter(pk=bins.pk).exists()
    moved = {"kind": "team", "case": [case.pk], "team": parks.pk, "confirmed": "yes"}
    assert admin.post("/admin/requests/bulk/", moved).status_code == 302
    page = case.version.form
    assert f"/admin/pages/{page.pk}/edit/" in admin.post(address)["Location"], "its form would bring more"
    page.owning_team = parks
    page.save()
    admin.post(address)
    assert not Team.objects.filter(pk=bins.pk).exists()
    assert Submission.objects.get().team == parks


# People and properties.


def test_one_view_of_a_person_tells_proved_from_given_and_opens_only_what_is_theirs(version, case, officer, parks):
    same = make_case(version, 1, email="R0@example.org")
    elsewhere = make_case(version, 2, email="r0@example.org", team=parks)
    stranger = make_case(version, 3)
    page = BeautifulSoup(officer.get(f"/admin/requests/{case.pk}/person/").content, "html.parser")
    assert all(one.spaced_reference in page.text for one in (case, same, elsewhere))
    assert stranger.spaced_reference not in page.text
    opened_by_link = {a["href"] for a in page.select("main li a")}
    assert f"/admin/requests/{same.pk}/" in opened_by_link
    assert f"/admin/requests/{elsewhere.pk}/" not in opened_by_link
    assert page.text.index("Not proved") < page.text.index(same.spaced_reference)
    ProvenContact.objects.create(contact_hash=case.email_hash)
    text = BeautifulSoup(officer.get(f"/admin/requests/{case.pk}/person/").content, "html.parser").text
    assert text.index(same.spaced_reference) < text.index("Not proved")
    assert AuditEvent.objects.filter(verb="person.read", object_ref=str(case.pk)).count() == 2


def test_one_view_of_a_property(version, case, officer):
    house = place_hash({"line_1": "9 High Road", "postcode": "OX1 1AA"})
    Submission.objects.update(place_hash=house)
    neighbour = make_case(version, 1)
    text = officer.get(f"/admin/requests/{case.pk}/property/").text
    assert case.spaced_reference in text
    assert neighbour.spaced_reference not in text
    assert officer.get(f"/admin/requests/{neighbour.pk}/property/").status_code == 404
