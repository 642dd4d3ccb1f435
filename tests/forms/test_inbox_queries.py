"""What the inbox asks the database stays small however many requests, references and members of staff there are."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import User
from forms.inbox.scope import EVERY_TEAM, colleagues, holders
from forms.models import Submission
from tests.forms.test_cases import make_case, staff

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def officer():
    return staff("Olu", "view_submission", "see_every_team")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ABC", {"ABC2345678", "ABCY234567", "ABCYYYYYYY"}),
        ("abc y", {"ABCY234567", "ABCYYYYYYY"}),
        ("ABC2345678", {"ABC2345678"}),
        ("ABC2-3456-78", {"ABC2345678"}),
        ("ABC23456789", set()),
        ("ABD", {"ABD2345678"}),
        ("Z", set()),
        ("2", {"2345678ABC"}),
    ],
)
def test_the_beginning_of_a_reference_finds_all_that_begin_so(version, officer, typed, found):
    for number, reference in enumerate(("ABC2345678", "ABCY234567", "ABCYYYYYYY", "ABD2345678", "2345678ABC")):
        case = make_case(version, number)
        Submission.objects.filter(pk=case.pk).update(reference=reference)
    page = officer.get("/admin/requests/", {"q": typed}).text
    every = {case.reference: case.spaced_reference for case in Submission.objects.all()}
    assert {reference for reference, spaced in every.items() if spaced in page} == found


def test_who_reads_requests_is_as_django_says(version):
    staff("Reader", "view_submission")
    staff("Other", "view_payment")
    own = User.objects.create_user("own", password="x")
    own.user_permissions.add(Permission.objects.get(codename="see_every_team"))
    User.objects.create_user("left", password="x", is_active=False, is_superuser=True)
    both = User.objects.create_user("both", password="x")
    for name in ("one", "two"):
        group = Group.objects.create(name=name)
        group.permissions.add(Permission.objects.get(codename="view_submission"))
        both.groups.add(group)
    User.objects.create_superuser("boss", "boss@example.org", "x")
    for permission in ("onlineforms.view_submission", EVERY_TEAM):
        expected = set(User.objects.with_perm(permission, backend=BACKEND))
        assert sorted(holders(permission).values_list("pk", flat=True)) == sorted(user.pk for user in expected)
    assert [user.username for user in colleagues()].count("both") == 1


def test_the_list_asks_as_much_for_many_as_for_few(version, officer):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert officer.get("/admin/requests/").status_code == 200
        return len(queries)

    make_case(version)
    officer.get("/admin/requests/")
    few = asked()
    for number in range(1, 30):
        make_case(version, number)
        User.objects.create_user(f"user{number}", password=None)
    assert asked() == few
