"""Walks and benchmarks, without a browser: what is followed, what is kept, what is counted."""

import json

import pytest
from django.core.management import CommandError, call_command

from accessibility.benchmark import Case, read_labels, score
from accessibility.benchmark.labels import BadLabels
from accessibility.benchmark.serve import serving
from accessibility.crawl import Diary, links_of, walk

HEAD = '<!doctype html><html lang="en"><head><title>Bins</title></head><body><main><h1>Bins</h1>'
LINKS = '<a href="/two.html#x">Two</a> <a href="plan.pdf">Plan</a> <a href="https://example.org/">Far</a>'


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_text(f'{HEAD}{LINKS}<a href="/">Home</a></main></html>')
    (tmp_path / "two.html").write_text(f'{HEAD}<a href="/three.html">Three</a><img src="a.png"></main></html>')
    (tmp_path / "three.html").write_text(f"{HEAD}</main></html>")
    with serving(tmp_path) as address:
        yield address


def test_links_stay_on_the_site_and_lead_to_pages():
    assert links_of(LINKS, "http://127.0.0.1:1/", "http://127.0.0.1:1/") == ["http://127.0.0.1:1/two.html"]


def test_a_killed_walk_goes_on(site, tmp_path):
    start, path = f"{site}/", tmp_path / "diary.jsonl"
    assert [page.url for page in walk(Diary(path, start), ["static"], jobs=2, limit=1)] == [start]
    path.write_text(path.read_text() + '{"start": "http://127')
    second = Diary(path, start)
    assert second.resume() == 1
    assert {page.url for page in walk(second, ["static"], jobs=2, limit=None)} == {
        f"{site}/two.html",
        f"{site}/three.html",
    }
    third = Diary(path, start)
    assert third.resume() == 3
    assert list(walk(third, ["static"], jobs=1, limit=None)) == []


def test_the_command_says_what_it_found(site, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command(
            "audit", "site", base_url=site, diary=str(tmp_path / "d"), engine="static", format="json", restart=True
        )
    pages = {json.loads(line)["url"]: json.loads(line) for line in capsys.readouterr().out.splitlines()}
    assert ended.value.code == 1
    assert len(pages) == 3
    assert "image-alt" in {finding["rule"] for finding in pages[f"{site}/two.html"]["findings"]}


def test_a_site_that_is_not_ours_is_not_walked():
    with pytest.raises(CommandError, match="only pages of this site") as refused:
        call_command("audit", "site", base_url="https://example.org/", engine="static")
    assert refused.value.returncode == 2


def finding(rule, sc="1.1.1", engine="static", outcome="fail", blocking=False):
    return {"rule": rule, "sc": sc, "engine": engine, "outcome": outcome, "blocking": blocking}


def case(key, *, failed=True, criteria=("1.1.1",), approved=False):
    return Case(key, f"{key}.html", failed, frozenset(criteria), approved)


def test_found_needs_the_criterion_and_a_sure_engine():
    cases = [case("a", approved=True), case("b"), case("c"), case("d", failed=False), case("e", failed=False)]
    found = score(
        cases,
        {
            "a": [finding("alt", outcome="warn")],
            "b": [finding("alt", outcome="needs-review")],
            "c": [finding("name", sc="4.1.2")],
            "d": [finding("alt", blocking=True)],
            "e": [finding("alt")],
        },
        ["static"],
    )
    assert (found.failed, found.found, found.approved, found.approved_found) == (3, 1, 1, 1)
    assert (found.passed, found.alarms) == (2, 1)
    assert score(cases, {"a": [finding("alt")]}, ["axe"]).found == 0


def test_what_every_page_has_is_no_find():
    cases = [case(str(number), criteria=()) for number in range(20)]
    found = {str(number): [finding("template")] for number in range(20)} | {"0": [finding("template"), finding("own")]}
    assert score(cases, found, ["static"]).found == 1


def test_the_benchmark_prints_a_line_a_folder(tmp_path, capsys):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "bad.html").write_text(f'{HEAD}<img src="a.png"></main></html>')
    (tmp_path / "set" / "good.html").write_text(f"{HEAD}</main></html>")
    labels = tmp_path / "labels.csv"
    labels.write_text("id,file,expected,wcag\n1,set/bad.html,failed,1.1.1\n2,set/good.html,passed,1.1.1\n")
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "benchmark", root=str(tmp_path), labels=str(labels), engine="static")
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "set all: found 1 of 1 failed pages (100.0%), false alarms on 0 of 1 passed pages (0.0%)" in out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "need the columns"),
        ("file,expected\na.html,maybe\n", "line 2"),
        ("file,expected\na.html,failed\n", "not there"),
    ],
)
def test_bad_labels_are_named(tmp_path, text, words):
    labels = tmp_path / "labels.csv"
    labels.write_text(text)
    with pytest.raises(CommandError, match=words) as refused:
        call_command("audit", "benchmark", root=str(tmp_path), labels=str(labels), engine="static")
    assert refused.value.returncode == 2
    with pytest.raises(BadLabels):
        read_labels(tmp_path / "none.csv")
