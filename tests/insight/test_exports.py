"""Views, files with a manifest, and questions to those files: the same rows in each, and nothing half done."""

import csv
import hashlib
import json
import os
import time

import duckdb
import pyarrow.parquet as pq
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Locale

from insight.exports import parquet, write
from insight.exports.ask import QuestionError, ask
from insight.exports.folder import manifest_of
from insight.exports.tables import TABLES
from insight.exports.views import install, step_aside
from insight.models import Action
from insight.recording.store import Fact, record
from insight.services import Subject, record_form_event, record_rating, record_search

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(home):
    """Return a store in which each table has something."""
    form = Subject("form", "missed-bin:3", "bins")
    for value in (5, 5, 4, 1):
        record_rating(value=value, scale="csat5", subject=form, question_id="form-end", locale="en")
    page = Subject("page", "0190", "bins")
    record_rating(value=2, scale="useful2", subject=page, question_id="page-useful", locale="pl")
    for kind, step in (("started", ""), ("step", "address"), ("error", "address"), ("completed", "")):
        record_form_event(kind, "missed-bin", 3, step)
    record_search("=bins", 3, "en")
    record_search("moon", 0, "en")
    volume = {
        "channel": "phone", "locale": "en", "period": "2026-03-01", "unit": "month", "contacts": 90, "answered": 80,
        "avoidable": 20, "resolved_first": 60,
    }  # fmt: skip
    record(Fact("contact.volume", "/imports/volumes", "service:bins", volume, service="bins"))
    locale = Locale.objects.get(language_code="en")
    Action.objects.create(said='=cmd|"x"', did="We did", state="done", published_on=timezone.localdate(), locale=locale)
    Action.objects.create(said="Not public", locale=locale)


def read(name):
    table = next(table for table in TABLES if table.name == name)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table.view}")  # noqa: S608 - a name of our own
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_each_view_has_the_columns_that_are_promised(told):
    for table in TABLES:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM insight_v1_{table.name}")  # noqa: S608 - a name of our own
            assert [column[0] for column in cursor.description] == [column.name for column in table.columns]


def test_views_say_what_the_store_says(told):
    assert sum(row["answers"] for row in read("satisfaction")) == 4
    assert sum(row["satisfied"] for row in read("satisfaction")) == 3
    assert [(row["yes"], row["no"], row["locale"]) for row in read("usefulness")] == [(1, 0, "pl")]
    steps = {(row["form"], row["event"], row["step"], row["times"]) for row in read("form_steps")}
    assert steps == {
        ("missed-bin:3", "started", "", 1), ("missed-bin:3", "step", "address", 1),
        ("missed-bin:3", "error", "address", 1), ("missed-bin:3", "completed", "", 1),
    }  # fmt: skip
    assert sorted((row["searches"], row["found_nothing"]) for row in read("searches")) == [(1, 0), (1, 1)]
    (contacts,) = read("contacts")
    assert [contacts[name] for name in ("contacts", "answered", "avoidable", "resolved_first")] == [90, 80, 20, 60]
    assert [row["did"] for row in read("actions")] == ["We did"]


def test_views_come_back_after_a_migration_and_twice_is_once(told):
    step_aside()
    install()
    install()
    assert read("daily")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles")
def test_a_role_for_reports_reads_the_views_and_nothing_else(told):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE insight_reports_test")
        cursor.execute("GRANT SELECT ON insight_v1_daily TO insight_reports_test")
        cursor.execute("SET LOCAL ROLE insight_reports_test")
        cursor.execute("SELECT count(*) FROM insight_v1_daily")
        assert cursor.fetchone()[0] > 5
        for table in ("insight_comment", "insight_event"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of our own
        cursor.execute("RESET ROLE")


def test_files_hold_the_same_rows_and_the_manifest_proves_it(told, tmp_path):
    call_command("export_insight", str(tmp_path))
    manifest = manifest_of(tmp_path)
    assert manifest["schema_version"] == 1
    assert [table["name"] for table in manifest["tables"]] == [table.name for table in TABLES]
    for table in manifest["tables"]:
        for file in table["files"]:
            content = (tmp_path / file["path"]).read_bytes()
            assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        with (tmp_path / table["files"][0]["path"]).open(newline="") as file:
            lines = list(csv.reader(file))
        rows = pq.read_table(tmp_path / table["files"][1]["path"])
        assert len(lines) - 1 == rows.num_rows == table["rows"] == len(read(table["name"]))
        assert lines[0] == rows.column_names == [column["name"] for column in table["columns"]]


def test_a_cell_that_looks_like_a_formula_stays_a_text(told, tmp_path):
    write.export(tmp_path)
    folder = tmp_path / manifest_of(tmp_path)["folder"]
    with (folder / "actions.csv").open(newline="") as file:
        assert next(csv.DictReader(file))["said"] == '\'=cmd|"x"'


def test_an_interrupted_export_leaves_the_one_before(told, tmp_path, monkeypatch):
    before = write.export(tmp_path)
    record_search("later", 1, "en")
    calls = iter([True, False])

    def stopped(piece):
        if not next(calls):
            raise KeyboardInterrupt
        return {}

    with monkeypatch.context() as patch:
        patch.setattr(write, "_file", lambda path, home: stopped(path))
        with pytest.raises(KeyboardInterrupt):
            write.export(tmp_path)
    assert manifest_of(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [before["folder"]]
    for table in before["tables"]:
        for file in table["files"]:
            assert hashlib.sha256((tmp_path / file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_a_killed_export_leaves_nothing_for_ever_and_the_one_before_last_goes(told, tmp_path):
    left = tmp_path / ".making-20260101T000000Z-abc"
    left.mkdir(parents=True)
    os.utime(left, (time.time() - 90_000,) * 2)
    names = [write.export(tmp_path)["folder"] for _ in range(3)]
    assert not left.exists()
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2
    assert (tmp_path / names[-1]).is_dir()


def test_a_disk_that_refuses_is_a_clear_message(told, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CommandError, match="The export before still stands"):
        call_command("export_insight", str(tmp_path / "file" / "below"))


def test_without_the_analysis_packages_the_csv_is_written_and_it_says_so(told, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(parquet, "installed", lambda: False)
    call_command("export_insight", str(tmp_path))
    assert "requirements/analysis.lock" in capsys.readouterr().err
    manifest = manifest_of(tmp_path)
    assert not manifest["parquet"]
    assert all(len(table["files"]) == 1 for table in manifest["tables"])
    with pytest.raises(QuestionError, match="no Parquet"):
        ask("SELECT 1", tmp_path)


def test_an_analyst_asks_in_sql(told, tmp_path, capsys):
    with pytest.raises(QuestionError, match="no export yet"):
        ask("SELECT 1", tmp_path)
    write.export(tmp_path)
    call_command("ask_insight", "SELECT service, sum(satisfied) AS happy FROM satisfaction GROUP BY 1", folder=tmp_path)
    said = capsys.readouterr()
    assert said.out.splitlines() == ["service,happy", "bins,3"]
    assert "1 rows from the export of" in said.err
    with pytest.raises(CommandError, match="nosuch"):
        call_command("ask_insight", "SELECT * FROM nosuch", folder=tmp_path)


@pytest.mark.parametrize(
    "question",
    [
        "DROP VIEW daily",
        "SELECT 1; SELECT 2",
        "COPY daily TO '{folder}/daily.csv'",
        "INSTALL httpfs",
        "ATTACH '{folder}/x.db'",
        "SET enable_external_access = true",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('{folder}/../manifest.json')",
        "",
    ],
)
def test_a_question_reads_the_export_and_nothing_else(told, tmp_path, question):
    write.export(tmp_path)
    folder = tmp_path / manifest_of(tmp_path)["folder"]
    with pytest.raises(QuestionError):
        ask(question.format(folder=folder), tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text())["folder"] == folder.name
    assert duckdb.__version__ >= "2"
