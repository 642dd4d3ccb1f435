"""The command line: one JSON line a finding, and a clear word about a file that cannot be read."""

import json

import pytest

from translation.checks.__main__ import main

PLURALS = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
CHARSET = "Content-Type: text/plain; charset=UTF-8"
HEADER = f'msgid ""\nmsgstr ""\n"{CHARSET}\\n"\n"Language: pl\\n"\n"Plural-Forms: {PLURALS}\\n"\n\n'
KEYS = {"file", "line", "entry", "context", "msgid", "form", "code", "severity", "message"}


def run(tmp_path, capsys, content, locale="pl"):
    path = tmp_path / "some.po"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    status = main(["--po", str(path), "--locale", locale])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_finding_says_where_it_is(tmp_path, capsys):
    status, rows = run(tmp_path, capsys, HEADER + 'msgctxt "bins"\nmsgid "Wait 2 days"\nmsgstr "Poczekaj 5 dni"\n')
    assert status == 1
    assert all(set(row) == KEYS for row in rows)
    assert {(row["line"], row["entry"], row["context"], row["msgid"], row["code"]) for row in rows} == {
        (7, 1, "bins", "Wait 2 days", "number")
    }


def test_a_true_catalogue_has_no_finding(tmp_path, capsys):
    assert run(tmp_path, capsys, HEADER + 'msgid "Wait 2 days"\nmsgstr "Poczekaj 2 dni"\n') == (0, [])


PLURAL = (
    'msgid "one page"\nmsgid_plural "%(count)d pages"\n'
    'msgstr[0] "jedna strona"\nmsgstr[1] "%(count)d strony"\nmsgstr[2] "{}"\n'
)


@pytest.mark.parametrize(("last", "codes"), [("%(count)d stron", []), ("stron", ["placeholder"]), ("", ["plural"])])
def test_plural_forms(tmp_path, capsys, last, codes):
    _status, rows = run(tmp_path, capsys, HEADER + PLURAL.format(last))
    assert [row["code"] for row in rows] == codes


def test_what_is_marked_as_a_guess_is_only_named(tmp_path, capsys):
    _status, rows = run(tmp_path, capsys, HEADER + '#, fuzzy\nmsgid "Wait 2 days"\nmsgstr "Poczekaj 5 dni"\n')
    assert [row["code"] for row in rows] == ["fuzzy"]


def test_a_file_without_a_header_is_checked_and_told_of(tmp_path, capsys):
    _status, rows = run(tmp_path, capsys, 'msgid "Report a missed bin"\nmsgstr "Report a missed bin"\n')
    assert [row["code"] for row in rows] == ["header", "same-as-english"]


def test_a_header_of_another_language_is_told_of(tmp_path, capsys):
    _status, rows = run(tmp_path, capsys, HEADER + 'msgid "Bins"\nmsgstr "কোন"\n', "bn")
    assert rows[0]["code"] == "header"
    assert "“pl”" in rows[0]["message"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (HEADER.encode("utf-16"), "UTF-16"),
        (b'msgid "caf\xe9"\nmsgstr "x"\n', "Line 1 is not in UTF-8"),
        (b"<html>\n<p>no</p>", "line 1"),
        (b'msgid "a"\nmsgid "b"\nmsgstr "x"\n', "line 2"),
        (b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path, capsys, content, said):
    status, rows = run(tmp_path, capsys, content)
    assert status == 2
    assert [row["code"] for row in rows] == ["unreadable"]
    assert said in rows[0]["message"]


def test_a_plural_rule_that_is_none_is_told_of(tmp_path, capsys):
    header = HEADER.replace("nplurals=3", "nplurals=999999999")
    _status, rows = run(tmp_path, capsys, header + PLURAL.format("%(count)d stron"))
    assert rows[0]["code"] == "header"


def test_a_glossary_with_an_unknown_rule_is_refused(tmp_path, capsys):
    terms, po = tmp_path / "terms.csv", tmp_path / "some.po"
    terms.write_text("english,rule,text\nbin,maybe,kosz\n")
    po.write_text(HEADER)
    assert main(["--po", str(po), "--locale", "pl", "--glossary", str(terms)]) == 2
    assert "Line 2 of the glossary" in json.loads(capsys.readouterr().out)["message"]
