"""Administrators write connections down, try them, and change a supplier while requests are on their way."""

import csv
import json

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.storage import storages

from forms.delivery.contrib.file_drop import FileDrop
from forms.exchange.contrib.waymark.document import export
from forms.exchange.contrib.waymark.reader import Waymark
from forms.exchange.ledger import Ledger
from forms.exchange.writing import page_from
from forms.models import Connection, Delivery, FormConnection, FormPage
from tests.forms.receivers.conftest import SETUPS, connect
from tests.servers.receivers import receiving

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": {}}, "These options must be there: url."),
        ({"options": {"url": "ftp://x"}}, "It must be: a web address."),
        ({"options": {"url": "https://x", "key": 1}}, "It knows: url."),
        ({"options": []}, "Write the options as JSON"),
        ({"mapping": {"email": 1}}, "our name, then theirs"),
        ({"connector": "pigeon"}, "There is no way to reach it named “pigeon”."),
    ],
)
def test_what_a_connection_cannot_use_is_said_in_words(changes, words):
    values = {"key": "a", "name": "A", "connector": "webhook", "options": {"url": "https://example.org"}}
    with pytest.raises(ValidationError) as refused:
        Connection(**{**values, **changes}).full_clean()
    assert words in " ".join(refused.value.messages)


def test_replacements_do_not_run_in_a_circle(settings):
    with receiving(SETUPS["webhook"].handler) as server:
        first = connect(SETUPS["webhook"], server, settings, "first")
        second = connect(SETUPS["webhook"], server, settings, "second", replaced_by=first)
    first.replaced_by = second
    with pytest.raises(ValidationError, match="in a circle"):
        first.full_clean()


def test_a_supplier_is_changed_with_requests_on_their_way(settings, send, deliver):
    with receiving(SETUPS["case-rest"].handler) as old, receiving(SETUPS["case-xml"].handler) as new:
        before = connect(SETUPS["case-rest"], old, settings)
        arrived = send(before)
        deliver(arrived)
        old.fails = 503
        on_its_way = send(before)
        assert deliver(on_its_way).waiting
        before.replaced_by = connect(SETUPS["case-xml"], new, settings, "bins-2", mapping={"email": "ContactEmail"})
        before.save()
        Delivery.objects.filter(submission=on_its_way).update(due_at=on_its_way.received_at)
        row, later = deliver(on_its_way), send(before)
        deliver(later)
        assert (row.taken_by, deliver(arrived).taken_by, len(old.cases), len(new.cases)) == ("bins-2", "bins", 1, 2)
        assert b'name="ContactEmail"' in new.bodies[-1]
        assert b"Zo" not in new.bodies[-1], "only mapped answers leave"
        assert later.version_id == arrived.version_id, "the form did not change"


def test_the_first_success_of_a_new_supplier_takes_all_that_waited_for_the_old_one(settings, send, deliver):
    with receiving(SETUPS["case-rest"].handler) as old, receiving(SETUPS["case-xml"].handler) as new:
        before = connect(SETUPS["case-rest"], old, settings)
        old.fails = 503
        waited = [send(before), send(before)]
        assert all(deliver(one).waiting for one in waited)
        before.replaced_by = connect(SETUPS["case-xml"], new, settings, "bins-2")
        before.save()
        deliver(send(before))
        assert all(deliver(one).delivered_at for one in waited), "now, not after the six hours of an old outage"


def test_what_an_administrator_changes_is_tried_at_once(settings, send, deliver, client, admin_user):
    client.force_login(admin_user)
    with receiving(SETUPS["case-rest"].handler) as old, receiving(SETUPS["case-xml"].handler) as new:
        before = connect(SETUPS["case-rest"], old, settings)
        old.fails = 503
        waited = send(before)
        assert deliver(waited).waiting
        after = connect(SETUPS["case-xml"], new, settings, "bins-2")
        fields = {"name": "Bins", "connector": "case-rest", "options": json.dumps(before.options), "mapping": "{}"}
        fields |= {"secret": before.secret, "enabled": "on", "replaced_by": after.pk}
        answer = client.post(f"/admin/connections/edit/{before.pk}/", fields)
        assert answer.status_code == 302, answer.text
        assert deliver(waited).taken_by == "bins-2"


def test_a_connection_is_not_deleted_while_requests_wait_for_it(settings, send, deliver, client, admin_user):
    client.force_login(admin_user)
    with receiving(SETUPS["webhook"].handler) as server:
        connection = connect(SETUPS["webhook"], server, settings)
        server.fails = 503
        waits = send(connection)
        FormConnection.objects.all().delete()
        address = f"/admin/connections/delete/{connection.pk}/"
        assert "is not deleted" in client.post(address, follow=True).text
        server.fails = 0
        client.post(f"/admin/connections/{connection.pk}/again/")
        assert deliver(waits).delivered_at
        client.post(address)
    assert not Connection.objects.exists()


def test_without_a_secret_no_webhook_leaves(settings, send, deliver):
    with receiving(SETUPS["webhook"].handler) as server:
        connection = connect(SETUPS["webhook"], server, settings)
        Connection.objects.update(secret="")
        row = deliver(send(connection))
        assert (row.waiting, row.last_error, server.bodies) == (True, "no-secret", [])


def test_a_connector_that_breaks_when_asked_is_said_on_its_page(drop, client, admin_user, monkeypatch):
    connection = Connection.objects.create(
        key="bins", name="Drop", connector="file-drop", options={"storage": "drop", "format": "json"}
    )
    monkeypatch.setattr(FileDrop, "healthcheck", lambda *_asked: {}["nothing"])
    client.force_login(admin_user)
    assert "raised:KeyError" in client.get(f"/admin/connections/{connection.pk}/state/?ask=1").text


def test_a_connection_that_is_not_in_use_lets_requests_wait(settings, send, deliver):
    with receiving(SETUPS["webhook"].handler) as server:
        row = deliver(send(connect(SETUPS["webhook"], server, settings, enabled=False)))
    assert (row.waiting, row.last_error) == (True, "connection-not-in-use")


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_file_is_dropped_once(drop, send, deliver, kind):
    connection = Connection.objects.create(
        key="bins", name="Drop", connector="file-drop", options={"storage": "drop", "format": kind, "folder": "in"}
    )
    submission = send(connection)
    row = deliver(submission)
    Delivery.objects.filter(pk=row.pk).update(delivered_at=None)
    deliver(submission)
    (file,) = (drop / "in").iterdir()
    text = file.read_text(encoding="utf-8")
    found = json.loads(text)["reference"] if kind == "json" else next(csv.DictReader(text.splitlines()))["reference"]
    assert found == submission.reference


def test_half_a_file_is_written_anew(settings, drop, send, deliver):
    plain = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(drop)}}
    settings.STORAGES = {**settings.STORAGES, "drop": plain}
    storages.__dict__.pop("backends", None)
    connection = Connection.objects.create(
        key="bins", name="Drop", connector="file-drop", options={"storage": "drop", "format": "json"}
    )
    submission = send(connection)
    half = drop / f"{submission.reference}-{submission.pk}.json"
    half.write_text('{"envelope": "1.')
    assert deliver(submission).delivered_at
    assert json.loads(half.read_text(encoding="utf-8"))["reference"] == submission.reference
    assert len(list(drop.iterdir())) == 1


def test_a_storage_that_is_not_there_means_later(drop, send, deliver):
    connection = Connection.objects.create(
        key="bins", name="Drop", connector="file-drop", options={"storage": "none", "format": "json"}
    )
    assert deliver(send(connection)).last_error == "no-storage"


def test_an_administrator_tries_it_and_sends_again(settings, send, deliver, client, admin_user):
    with receiving(SETUPS["case-rest"].handler) as server:
        connection = connect(SETUPS["case-rest"], server, settings)
        server.fails = 400
        submission = send(connection)
        assert deliver(submission).dead_at
        server.fails = 0
        client.force_login(admin_user)
        address = f"/admin/connections/{connection.pk}"
        page = client.get(f"{address}/state/?ask=1").content.decode()
        assert "It answers." in page
        assert submission.spaced_reference in page
        assert "http:400" in page
        tried = client.post(f"{address}/try/", follow=True).content.decode()
        assert "It took a request marked as a test." in tried
        assert "TEST000000" in server.bodies[-1].decode()
        words = b"Requests do not reach another system"
        assert words in client.get("/admin/").content
        client.post(f"{address}/again/")
        assert deliver(submission).delivered_at
        assert words not in client.get("/admin/").content


def test_the_screens_open_and_others_stay_out(settings, client, admin_user, django_user_model):
    with receiving(SETUPS["webhook"].handler) as server:
        connection = connect(SETUPS["webhook"], server, settings)
    client.force_login(admin_user)
    for address in ("", "new/", f"edit/{connection.pk}/", f"{connection.pk}/state/"):
        assert client.get(f"/admin/connections/{address}").status_code == 200, address
    author = django_user_model.objects.create_user("author", "a@example.org", "a-long-pass-phrase")
    author.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(author)
    assert client.get(f"/admin/connections/{connection.pk}/state/").status_code in {302, 403}
    assert client.post(f"/admin/connections/{connection.pk}/again/").status_code in {302, 403}


def test_the_schema_is_published(client):
    answer = client.get("/schemas/requests/envelope-v1.json")
    assert answer.json()["$id"] == "urn:waymark:schema:request-envelope:1"


def test_an_export_names_connections_and_an_import_finds_them(page, client):
    known = Connection.objects.create(
        key="bins", name="Bins", connector="webhook", options={"url": "https://example.org"}
    )
    FormConnection.objects.create(page=page, connection=known)
    data = export(FormPage.objects.get(pk=page.pk))
    ledger = Ledger(data)
    copy = page_from(Waymark().read(data, ledger))
    assert [row.connection for row in copy.connections.all()] == [known]
    stranger = {**data, "connections": ["bins", "elsewhere", 3]}
    ledger = Ledger(stranger)
    assert [row.connection for row in page_from(Waymark().read(stranger, ledger)).connections.all()] == [known]
    lost = {line.pointer for line in ledger.lines() if line.outcome == "lost"}
    assert {"/connections/1", "/connections/2"} <= lost
