"""Events are added and never changed: Python refuses, and the database refuses whoever goes round it."""

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction

from core.models import AuditEvent, Contact, User
from core.services import record_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return record_event(verb="read", obj="submission:WM-1")


def test_says_who_did_what_to_which_thing():
    actor = User.objects.create_user("officer")
    actor.groups.add(Group.objects.create(name="Forms officers"), Group.objects.create(name="Advisers"))
    event = record_event(verb="export", obj=actor, actor=actor, channel="phone", outcome="refused")
    event.refresh_from_db()
    assert (event.role, event.verb, event.channel, event.outcome) == (
        "Advisers, Forms officers",
        "export",
        "phone",
        "refused",
    )
    assert (event.object_type, event.object_ref) == ("core.user", str(actor.pk))


def test_roles_of_administrators_and_of_nobody(event):
    assert (event.actor, event.role) == (None, "nobody")
    assert (event.object_type, event.object_ref) == ("submission", "WM-1")
    chief = User.objects.create_superuser("chief")
    assert record_event(verb="read", obj="a:b", actor=chief).role == "administrator"


def test_the_record_outlives_the_account(event):
    actor = User.objects.create_user("leaver")
    number = actor.pk
    kept = record_event(verb="read", obj="submission:WM-1", actor=actor)
    actor.delete()
    assert AuditEvent.objects.filter(pk=kept.pk, actor_id=number).exists()


@pytest.mark.parametrize("attempt", [
    lambda event: event.save(),
    lambda event: event.delete(),
    lambda event: AuditEvent.objects.update(verb="nothing"),
    lambda event: AuditEvent.objects.all().delete(),
    lambda event: AuditEvent.objects.filter(pk=event.pk).delete(),
])  # fmt: skip
def test_python_refuses(event, attempt):
    with pytest.raises(TypeError, match="Audit events cannot be"):
        attempt(event)


STATEMENTS = [
    "UPDATE core_auditevent SET verb = 'nothing'",
    "UPDATE core_auditevent SET actor_id = NULL WHERE id = {pk}",
    "DELETE FROM core_auditevent",
    "DELETE FROM core_auditevent WHERE id = {pk}",
]
REPLACE = (
    "INSERT OR REPLACE INTO core_auditevent (id, at, role, verb, object_type, object_ref, channel, outcome)"
    " VALUES ({pk}, '2026-01-01', '', 'forged', '', '', '', '')"
)
STATEMENTS += {"sqlite": [REPLACE], "postgresql": ["TRUNCATE core_auditevent"]}[connection.vendor]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses(event, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(pk=event.pk))
    assert list(AuditEvent.objects.filter(pk=event.pk).values_list("verb", flat=True)) == ["read"]


def test_bulk_tools_of_the_orm_are_refused_too(event):
    event.verb = "nothing"
    with pytest.raises(TypeError), transaction.atomic():
        AuditEvent.objects.bulk_update([event], ["verb"])
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEvent.objects.filter(pk=event.pk)._raw_delete("default")


def test_an_event_is_gone_with_the_transaction_that_failed():
    with transaction.atomic():
        record_event(verb="publish", obj=Contact(pk=3))
        transaction.set_rollback(True)
    assert not AuditEvent.objects.exists()
