"""``manage.py audit document``: many files, each answer stored as it comes, nothing done twice."""

import errno
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Collection

from accessibility.commands.base import Console
from accessibility.commands.progress import Progress
from accessibility.documents import batch
from accessibility.documents.batch import run as batch_run
from accessibility.models import DocumentAudit, ProfileReport
from tests.accessibility.documents import makers as make

pytestmark = pytest.mark.django_db


def audit(*arguments):
    """Return exit status, lines of stdout and stderr."""
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "document", *map(str, arguments), stdout=out, stderr=err)
    return ended.value.code, out.getvalue().splitlines(), err.getvalue()


@pytest.fixture
def files(tmp_path, good, bad):
    contents = {"good.docx": good, "same.docx": good, "bad.docx": bad, "broken.docx": b"nothing"}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return {name: tmp_path / name for name in contents}


@pytest.fixture
def checked(monkeypatch):
    """The names of the files that a sealed process was started for."""
    names = []
    check = batch_run.check_file

    def noted(file, profile):
        names.append(getattr(file, "name", ""))
        return check(file, profile)

    monkeypatch.setattr(batch_run, "check_file", noted)
    return names


def test_one_json_object_a_file_and_nothing_twice(files, checked, tmp_path):
    arguments = [*files.values(), tmp_path, tmp_path / "none.pdf", "--format", "json", "--procs", "2"]
    code, lines, err = audit(*arguments)
    answers = {json.loads(line)["file"]: json.loads(line) for line in lines}
    assert code == 2
    assert len(lines) == 6
    assert len(checked) == 3  # the same content is checked once, what is no file not at all
    assert answers[str(files["good.docx"])]["conforms"]
    assert answers[str(files["bad.docx"])]["verdict"] == "failed"
    assert answers[str(files["broken.docx"])] == {"file": str(files["broken.docx"]), "error": "unknown_format"}
    assert answers[str(tmp_path)]["error"] == "missing"
    assert "6/6" in err
    _code, again, _err = audit(*arguments)
    assert len(checked) == 3
    assert sorted(again) == sorted(lines)
    audit(files["broken.docx"], "--retry")
    assert len(checked) == 4


def test_stopped_run_keeps_what_was_done(files, checked, monkeypatch):
    keep = batch.keep

    def killed_after_the_first(done, profile):
        keep(done, profile)
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "keep", killed_after_the_first)
    with pytest.raises(KeyboardInterrupt):
        call_command("audit", "document", *map(str, files.values()), "--procs", "1", stdout=StringIO())
    monkeypatch.undo()
    assert DocumentAudit.objects.count() == 1
    finished = DocumentAudit.objects.get().sha256
    code, lines, _err = audit(*files.values(), "--procs", "1", "--format", "json")
    assert (code, len(lines)) == (2, 4)
    assert DocumentAudit.objects.filter(sha256=finished).count() == 1


def test_exit_status_and_forms(files):
    assert audit(files["good.docx"])[:2] == (0, [f"{files['good.docx']}: passed"])
    code, lines, _err = audit(files["bad.docx"], "--format", "csv")
    assert code == 1
    assert lines[0].startswith("file,verdict,format,must be mended")
    assert lines[1].startswith(f"{files['bad.docx']},failed,docx,")
    assert "WM-OFFICE-ALT" in lines[1]


def test_library_by_collection(upload, good, bad):
    old = Collection.get_first_root_node().add_child(name="Old minutes")
    inside = upload(bad)
    inside.collection = old
    inside.save()
    upload(good, name="other.docx")
    code, lines, _err = audit("--collection", "Old minutes", "--format", "json")
    assert (code, [json.loads(line)["document"] for line in lines]) == (1, [inside.pk])
    code, lines, _err = audit("--all", "--format", "json")
    assert (code, len(lines)) == (1, 2)


def test_other_profile_never_becomes_a_verdict(tmp_path, checked):
    file = tmp_path / "a.pdf"
    file.write_bytes(make.pdf())
    code, lines, _err = audit(file, "--profile", "ua1", "--format", "json")
    assert code in (0, 1)
    assert not DocumentAudit.objects.exists()
    assert ProfileReport.objects.get().profile == "ua1"
    assert audit(file, "--profile", "ua1", "--format", "json")[1] == lines
    assert len(checked) == 1


def test_file_that_changes_while_it_is_read_gets_no_verdict(files, good, bad):
    item = next(batch.from_paths([str(files["good.docx"])]))
    files["good.docx"].write_bytes(bad)
    done = next(batch.check_all([item], batch_run.Profile.WCAG, 1))
    assert batch.keep(done, batch_run.Profile.WCAG) == {"error": "changed"}
    assert not DocumentAudit.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name files, or give --all"),
        (["--all", "--collection", "Root"], "Name files, or give --all"),
        (["--collection", "Nowhere"], "is no collection"),
        (["--all", "--procs", "0"], "--procs is a number"),
    ],
)
def test_wrong_use_says_what_to_do(arguments, words):
    with pytest.raises(CommandError, match=words) as error:
        call_command("audit", "document", *arguments)
    assert error.value.returncode == 2


def test_bar_is_drawn_over_on_a_terminal():
    drawn = []
    console = Console(out=print, progress=lambda text, ending="\n": drawn.append(text + ending), live=True)
    progress = Progress(console, 2)
    progress.known()
    progress.new()
    progress.close()
    assert drawn[0].startswith("\r[############............] 1/2, all known")
    assert drawn[1].startswith("\r[########################] 2/2, 1 checked now")
    assert drawn[2] == "\n"


def test_full_disk_is_no_verdict(files, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(batch_run, "check_file", full)
        status, lines, _ = audit("--format", "json", files["good.docx"])
    assert (status, json.loads(lines[0])["error"]) == (2, "no_room")
    assert not DocumentAudit.objects.exists()
    assert audit(files["good.docx"])[0] == 0
