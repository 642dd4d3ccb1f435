"""The forms of ``audit page``: each names the page, the finding and what could not be looked at."""

import csv
import json

import jsonschema
import pytest

from accessibility.formats import FORMATS
from accessibility.reports.pages import CouldNotRun, PageReport

FINDING = {
    "rule": "image-alt",
    "sc": "1.1.1",
    "engine": "static",
    "outcome": "fail",
    "blocking": False,
    "message": "No text.",
    "how": "Write it.",
    "element": "body > img",
    "snippet": "=<img>",
}
DOUBT = {**FINDING, "engine": "axe", "outcome": "needs-review", "how": "https://example.org/rule"}
#: What SARIF 2.1.0 asks for in the parts that we write.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool"],
                "properties": {
                    "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name"]}}},
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "results": {
                        "items": {
                            "required": ["message"],
                            "properties": {"level": {"enum": ["none", "note", "warning", "error"]}},
                        }
                    },
                },
            }
        },
    },
}


def printed(form, *reports):
    lines = []
    writer = FORMATS[form](lines.append)
    for report in reports:
        writer.add(report)
    writer.close()
    return "\n".join(lines)


@pytest.fixture
def reports():
    engines = ["static", "axe"]
    return (
        PageReport("a", engines, [FINDING, DOUBT], url="file:///a"),
        PageReport("b", engines, url="file:///b"),
        PageReport("c", engines, error="not audited: no answer", url="file:///c"),
    )


def test_json_is_one_line_a_page(reports):
    lines = [json.loads(line) for line in printed("json", *reports).splitlines()]
    assert [line["target"] for line in lines] == ["a", "b", "c"]
    assert lines[0]["findings"][0] == FINDING
    assert lines[2]["error"]


def test_text_says_what_could_not_be_looked_at(reports):
    assert "c: not audited: no answer" in printed("text", *reports)
    assert "a: 2 findings" in printed("text", *reports)


def test_csv_has_a_row_a_finding_and_no_formula(reports):
    rows = list(csv.DictReader(printed("csv", *reports).splitlines()))
    assert [(row["page"], row["rule"], row["error"]) for row in rows] == [
        ("a", "image-alt", ""),
        ("a", "image-alt", ""),
        ("c", "", "not audited: no answer"),
    ]
    assert not rows[0]["snippet"].startswith("=")


def test_sarif_has_a_run_an_engine_and_says_what_failed(reports):
    log = json.loads(printed("sarif", *reports))
    jsonschema.validate(log, SARIF)
    assert [run["tool"]["driver"]["name"] for run in log["runs"]] == ["waymark-static", "waymark-axe"]
    assert [run["results"][0]["level"] for run in log["runs"]] == ["error", "note"]
    assert all(not run["invocations"][0]["executionSuccessful"] for run in log["runs"])
    (rule,) = log["runs"][1]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/rule"


def test_earl_says_failed_cannot_tell_and_passed(reports):
    _tool, first, second, third = json.loads(printed("earl", *reports))["@graph"]
    outcomes = [[entry["result"]["outcome"] for entry in page["assertions"]] for page in (first, second, third)]
    assert outcomes == [["earl:failed", "earl:cantTell"], ["earl:passed"], ["earl:cantTell"]]
    assert first["assertions"][0]["test"]["isPartOf"][0]["@id"] == "WCAG:1.1.1"


def test_targets_come_from_arguments_and_a_file_below_a_base(tmp_path):
    from accessibility.commands.page import named_targets

    listed = tmp_path / "pages.txt"
    listed.write_text("# remark\n\n/two/\nthree.html\n")
    options = {"targets": ["/one"], "paths_from": str(listed), "base_url": "http://127.0.0.1:8000/site"}
    assert named_targets(options) == {
        "/one": "http://127.0.0.1:8000/site/one",
        "/two/": "http://127.0.0.1:8000/site/two/",
        "three.html": "http://127.0.0.1:8000/site/three.html",
    }
    with pytest.raises(CouldNotRun, match="could not be read"):
        named_targets({**options, "paths_from": str(tmp_path / "none")})
    with pytest.raises(CouldNotRun, match="Name a page"):
        named_targets({"targets": [], "paths_from": None, "base_url": None})
