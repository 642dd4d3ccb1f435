"""The command line without the website, and labelled files from public corpora."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accessibility.documents import makers as make

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "documents"
with (DATA / "labels.csv").open() as rows:
    LABELLED = list(csv.DictReader(rows))


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "accessibility", "check", *arguments], cwd=ROOT, capture_output=True, text=True, env={}
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_contract_of_one_file(tmp_path):
    file = tmp_path / "bad.docx"
    file.write_bytes(make.bad_docx())
    code, output = run("--json", str(file))
    answer = json.loads(output)
    assert code == 1
    assert answer["verdict"] == "failed"
    assert not answer["conforms"]
    row = next(row for row in answer["violations"] if row["rule"] == "WM-OFFICE-ALT")
    assert row["sc"] == "1.1.1"
    assert row["severity"] == "B"
    assert "View Alt Text" in row["fix"]


def test_exit_codes(tmp_path):
    good, bad, broken = (tmp_path / name for name in ("good.docx", "bad.docx", "broken.docx"))
    good.write_bytes(make.good_docx())
    bad.write_bytes(make.bad_docx())
    broken.write_bytes(b"nothing")
    assert run("--json", str(good))[0] == 0
    code, output = run("--json", str(good), str(bad), str(broken), str(tmp_path / "none.pdf"))
    assert code == 2
    answers = json.loads(output)
    assert [set(answer) >= {"conforms", "file"} for answer in answers] == [True, True, False, False]
    assert answers[2] == {"file": str(broken), "error": "unknown_format"}
    assert answers[3]["error"] == "missing"


def test_a_pipe_does_not_hold_the_run(tmp_path):
    pipe, good = tmp_path / "pipe.pdf", tmp_path / "good.docx"
    os.mkfifo(pipe)
    good.write_bytes(make.good_docx())
    code, output = run("--json", str(pipe), str(good))
    assert code == 2
    assert [answer.get("error") for answer in json.loads(output)] == ["missing", None]


def test_a_name_that_cannot_be_printed_keeps_the_answers(tmp_path):
    command = [sys.executable, "-m", "accessibility", "check", "--json", os.fsencode(tmp_path / "a") + b"\xff.pdf", "b"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env={"PYTHONIOENCODING": "utf-8:strict"})
    assert done.returncode == 2
    assert [answer["error"] for answer in json.loads(done.stdout)] == ["missing", "missing"]


def test_warnings_alone_pass(tmp_path):
    file = tmp_path / "warned.docx"
    file.write_bytes(make.docx(make.paragraph("- blue"), make.paragraph("- green")))
    code, output = run("--json", str(file))
    answer = json.loads(output)
    assert (code, answer["verdict"], answer["conforms"]) == (1, "passed", False)


@pytest.mark.parametrize("row", LABELLED, ids=lambda row: row["file"])
def test_labelled_file_gets_its_verdict(row):
    profile = "ua1" if row["rule"].startswith("UA1") else "wcag21aa"
    code, output = run("--json", "--profile", profile, str(DATA / row["file"]))
    answer = json.loads(output)
    assert code in (0, 1)
    if row["rule"].startswith("LO:"):
        found = {r.get("id") for r in answer["violations"] + answer["advisory"]}
        assert set(re.findall(r"[A-Z]+_[A-Z_]+", row["rule"])) <= found
        return
    assert answer["verdict"] == ("failed" if row["label"] == "fail" else "passed")
    if profile == "ua1" and row["label"] == "fail":
        assert row["rule"].removeprefix("UA1:").split("-")[0] in {
            r["clause"].split("-")[0] for r in answer["violations"]
        }
