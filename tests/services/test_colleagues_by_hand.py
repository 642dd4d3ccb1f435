"""One colleague without a file: who may, what is said, what an import makes of it, and when a leaver is erased."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEvent
from core.schedule.registry import jobs
from services.colleagues.leavers import erase_leavers
from services.colleagues.plan import carry_out, plan_for
from services.colleagues.table import read
from services.models import Colleague
from tests.services.test_colleagues import FIRST, HEAD, agree, store, upload

pytestmark = pytest.mark.django_db
MARKER = "Zebedee Quillfeather"
ADD = "services_colleague_add"


@pytest.fixture
def officer(admin_client):
    return admin_client


def change(row):
    return reverse("services_colleague_change", args=[row.pk])


def typed(row, **values):
    names = ("reference", "name", "role", "team", "deals_with", "place", "phone", "email")
    day = row.left_on.isoformat() if row.left_on else ""
    return {**{name: getattr(row, name) for name in names}, "left_on": day, **values}


def write(client, reference="2", **values):
    row = Colleague.objects.get(reference=reference)
    response = client.post(change(row), typed(row, **values))
    assert response.status_code == 302, response.content


def test_somebody_is_added_changed_and_marked_without_a_file(officer):
    assert officer.post(reverse(ADD), {"reference": "9", "name": " Di \n Fox ", "team": "Waste"}).status_code == 302
    row = Colleague.objects.get()
    assert (row.name, row.left_on) == ("Di Fox", None)
    write(officer, "9", phone="01632 960555")
    write(officer, "9", left_on=timezone.localdate().isoformat())
    page = officer.get(reverse("services_signpost")).content.decode()
    assert "ask the team" in page
    assert "01632 960555" not in page
    write(officer, "9", left_on="")
    assert "01632 960555" in officer.get(reverse("services_signpost")).content.decode()
    verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["colleague.add", "colleague.change", "colleague.left", "colleague.return"]
    assert set(AuditEvent.objects.values_list("object_ref", flat=True)) == {str(row.pk)}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "This field is required"),
        ({"email": "no-mail"}, "Enter a valid email address"),
        ({"left_on": "2999-01-01"}, "This day is still to come"),
        ({"left_on": "soon"}, "Enter a valid date"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(officer, values, words):
    store(officer, FIRST)
    row = Colleague.objects.get(reference="2")
    answer = officer.post(change(row), typed(row, team="Typed before", **values))
    page = answer.content.decode()
    assert (answer.status_code, words in page, "Typed before" in page) == (422, True, True)
    assert 'role="alert"' in page
    assert Colleague.objects.get(reference="2").team == "Waste"


def test_a_staff_number_is_given_once_and_stays(officer):
    store(officer, FIRST)
    again = officer.post(reverse(ADD), {"reference": "2", "name": "Another"})
    assert (again.status_code, "already exists" in again.content.decode()) == (422, True)
    write(officer, reference="2", role="Head")
    row = Colleague.objects.get(name="Bo Ray")
    officer.post(change(row), typed(row, reference="77"))
    assert Colleague.objects.get(name="Bo Ray").reference == "2"


def test_who_may_only_read_reaches_no_form(client, demo):
    row = Colleague.objects.first()
    client.force_login(demo.user("adviser"))
    assert reverse(ADD) not in client.get(reverse("services_signpost")).content.decode()
    for address in (reverse(ADD), change(row)):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, typed(row, name="Changed")).status_code in (302, 403)
    assert not Colleague.objects.filter(name="Changed").exists()


def test_an_import_leaves_what_was_written_by_hand_and_says_so(officer):
    store(officer, FIRST)
    write(officer, "2", role="Head of waste")
    response = upload(officer, FIRST.replace("Depot", "Yard"))
    page = response.content.decode()
    assert "Bo Ray: role stays “Head of waste”. The file says “Manager”." in page
    assert "place was “Depot” and becomes “Yard”." in page
    done = officer.get(agree(officer, response).url).content.decode()
    assert "1 colleague stays as somebody wrote it by hand" in done
    row = Colleague.objects.get(reference="2")
    assert (row.role, row.place, row.by_hand) == ("Head of waste", "Yard", ["role"])


def test_the_file_has_its_way_where_somebody_says_that_it_is_right(officer):
    store(officer, FIRST)
    write(officer, "2", role="Head of waste")
    response = upload(officer, FIRST, overwrite="1")
    assert "This undoes what somebody wrote by hand: role." in response.content.decode()
    agree(officer, response, overwrite="1")
    row = Colleague.objects.get(reference="2")
    assert (row.role, row.by_hand) == ("Manager", [])


def test_once_the_file_says_the_same_the_next_one_may_change_it(officer, admin_user):
    store(officer, FIRST)
    write(officer, "2", role="Head")
    response = upload(officer, FIRST.replace("Manager", "Head"))
    assert "The file now says what was written by hand" in response.content.decode()
    agree(officer, response)
    store(officer, FIRST.replace("Manager", "Chief"))
    assert Colleague.objects.get(reference="2").role == "Chief"


def test_who_was_added_by_hand_is_not_marked_as_left_unseen(officer):
    officer.post(reverse(ADD), {"reference": "9", "name": "Di Fox"})
    response = upload(officer, FIRST, everybody="1")
    assert "Di Fox is not in the file, and was added or brought back by hand." in response.content.decode()
    agree(officer, response, everybody="1")
    assert Colleague.objects.get(reference="9").left_on is None
    marked = upload(officer, FIRST, everybody="1", overwrite="1")
    assert "This undoes what somebody wrote by hand." in marked.content.decode()
    agree(officer, marked, everybody="1", overwrite="1")
    assert Colleague.objects.get(reference="9").left_on == timezone.localdate()


def test_a_mark_by_hand_stays_though_the_file_still_names_them(officer):
    store(officer, FIRST)
    write(officer, "2", left_on=timezone.localdate().isoformat())
    response = upload(officer, FIRST)
    assert "Bo Ray is in the file, and was marked as left by hand." in response.content.decode()
    assert response.context["plan"].is_empty
    store(officer, FIRST, overwrite="1")
    assert Colleague.objects.get(reference="2").left_on is None


def test_who_was_brought_back_by_hand_stays_though_the_file_lacks_them(officer):
    store(officer, FIRST)
    only_ann = FIRST.splitlines(keepends=True)[:2]
    store(officer, "".join(only_ann), everybody="1")
    write(officer, "2", left_on="")
    assert "brought back by hand" in upload(officer, "".join(only_ann), everybody="1").content.decode()


def test_a_hand_written_row_that_the_file_meets_is_told_column_by_column(officer, admin_user):
    officer.post(reverse(ADD), {"reference": "2", "name": "Bo Ray", "role": "Head"})
    plan = plan_for(read(FIRST), everybody=True)
    assert {kept.name for kept in plan.kept} >= {"role", "team"}
    carry_out(plan, admin_user)
    assert "reference" not in Colleague.objects.get(reference="2").by_hand


def test_a_leaver_is_erased_after_so_many_days_and_found_nowhere(officer, settings, caplog):
    settings.WAYMARK_KEEP_LEAVERS_DAYS = 30
    caplog.set_level(logging.DEBUG)
    store(officer, FIRST + f"3,{MARKER},{MARKER},{MARKER},{MARKER},{MARKER},,\n")
    write(officer, "3", role=f"{MARKER} again", left_on=timezone.localdate().isoformat())
    today = timezone.localdate()
    assert "Is erased on" in officer.get(reverse("services_signpost")).content.decode()
    assert erase_leavers(today + timedelta(days=29)) == 0
    assert erase_leavers(today + timedelta(days=30)) == 1
    assert [table for table, value in every_value() if MARKER.lower() in value.lower()] == []
    assert [file for file in files() if MARKER.encode() in file.read_bytes()] == []
    assert MARKER not in caplog.text
    assert MARKER not in str(getattr(cache, "_cache", ""))
    assert MARKER not in officer.get(reverse("services_signpost"), {"q": "again"}).content.decode()
    event = AuditEvent.objects.get(verb="colleagues.erase")
    assert (event.object_ref, event.actor) == ("1 who left 30 days ago or earlier", None)
    assert Colleague.objects.count() == 2


def test_the_clock_erases_leavers_each_day():
    (job,) = [job for job in jobs() if job.name == "services.leavers"]
    assert (job.run, job.every) == (erase_leavers, timedelta(days=1))


def test_who_works_here_is_never_erased():
    Colleague.objects.create(reference="1", name="Ann Lee")
    assert erase_leavers(timezone.localdate() + timedelta(days=10_000)) == 0


def every_value():
    """Return every value of every row of all tables."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
            found += [(table, str(value)) for row in cursor.fetchall() for value in row]
    return found


def files():
    """Return every file beside the database's own."""
    folders = [Path(storages[name].location) for name in ("private", "default")] + [Path(django_settings.VAR_DIR)]
    found = {file for folder in folders if folder.exists() for file in folder.rglob("*") if file.is_file()}
    return [file for file in found if ".sqlite3" not in file.name]


def test_the_list_asks_the_same_for_many(officer, django_assert_max_num_queries):
    Colleague.objects.bulk_create([Colleague(reference=str(number), name="Ann Lee") for number in range(60)])
    officer.get(reverse("services_signpost"))
    with django_assert_max_num_queries(25):
        officer.get(reverse("services_signpost"))


def test_a_whole_file_with_many_rows_by_hand_is_read_with_one_query(django_assert_num_queries):
    rows = [Colleague(reference=str(number), name="Ann", by_hand=["name"]) for number in range(60)]
    Colleague.objects.bulk_create(rows)
    text = HEAD + "".join(f"{number},Bo,,,,,,\n" for number in range(60))
    with django_assert_num_queries(1):
        assert len(plan_for(read(text), everybody=True).kept) == 60
