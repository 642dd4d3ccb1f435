"""Hostile and broken files: each gets its answer, and the parent lives on."""

import os
import zipfile
from io import BytesIO

import pytest

from accessibility.documents import limits, sandbox
from accessibility.documents.base import Profile
from tests.accessibility.documents import makers as make

BODY = make.paragraph("Bins")


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(120):
                part.write(b" " * (1 << 20))
    return file.getvalue()


def encrypted_pdf() -> bytes:
    import pikepdf

    stream = BytesIO()
    with pikepdf.open(BytesIO(make.pdf())) as file:
        file.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


REFUSED = {
    "empty": b"",
    "unknown_format": b"\x00\x01 not a document",
    "old_format": bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600,
    "damaged": make.good_docx()[:-400],
    "macros": make.docx(BODY, word__vbaProject_bin=b"x"),
    "bomb": bomb(),
    "entities": make.pack({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    }),
    "encrypted": encrypted_pdf(),
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSED)
def test_refused_with_its_reason(code):
    answer = sandbox.check_file(BytesIO(REFUSED[code]))
    assert answer["error"] == code
    assert "findings" not in answer


@pytest.mark.parametrize(
    "types",
    [
        '<?xml version="1.0" encoding="UTF-16"?><Types><Default ContentType="a.macroEnabled.main+xml"/></Types>'.encode(
            "utf-16"
        ),
        b'<Types><Override ContentType="a.macro&#69;nabled.main+xml"/></Types>',
        b'<Types><Override PartName="/word/plain.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ],
    ids=["other_encoding", "character_reference", "renamed_part"],
)
def test_hidden_macros_are_refused(types):
    data = make.pack({"[Content_Types].xml": types, "word/document.xml": "<a/>"})
    assert sandbox.inspect_file(BytesIO(data))["error"] == "macros"


def test_bomb_is_refused_before_it_inflates(monkeypatch):
    assert sandbox.inspect_file(BytesIO(bomb())) == {"error": "bomb", "kind": None, "sha256": ""}
    data, opened = bomb(), []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *given, **_how: opened.append(given))
    with pytest.raises(limits.Refused, match="bomb"):
        limits.open_archive(data)
    assert opened == []


def test_part_larger_than_the_directory_says_is_refused():
    archive = limits.open_archive(make.docx(BODY, word__big_xml=os.urandom(3 << 20)))
    archive.getinfo("word/big.xml").file_size = 10
    with pytest.raises(limits.Refused):
        limits.read_entry(archive, "word/big.xml")


def test_script_in_a_pdf_is_unsafe():
    assert sandbox.inspect_file(BytesIO(make.pdf(script=True)))["unsafe"] == ["script"]
    assert sandbox.inspect_file(BytesIO(make.pdf()))["unsafe"] == []


def test_deep_xml_is_refused():
    deep = "<a>" * 20_000 + "</a>" * 20_000
    data = make.pack({"[Content_Types].xml": "<Types/>", "word/document.xml": deep})
    assert sandbox.check_file(BytesIO(data))["error"] == "damaged"


def test_deep_structure_tree_ends():
    import pikepdf

    with pikepdf.open(BytesIO(make.pdf())) as file:
        node = file.Root.StructTreeRoot.K
        for _ in range(3_000):
            below = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div))
            node.K = below
            node = below
        stream = BytesIO()
        file.save(stream)
    answer = sandbox.check_file(BytesIO(stream.getvalue()))
    assert answer.get("error") in (None, "damaged", "safety_limit")


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("import os, time\nif os.fork() == 0: time.sleep(60)\ntime.sleep(60)", "timeout"),
        ("import os\nos.abort()", "crashed"),
        ("print('x' * 2_000_000)", "output_too_large"),
        ("print('no json')", "bad_output"),
        ("print('[1]')", "bad_output"),
    ],
)
def test_what_ends_badly_has_a_code(script, code, tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    worker.write_text(script)
    monkeypatch.setattr(sandbox, "WORKER", worker)
    assert sandbox.check_file(BytesIO(b"x"), seconds=1.5) == {"error": code}


def test_worker_sees_no_environment_and_cannot_raise_its_limits(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    worker = tmp_path / "worker.py"
    worker.write_text(
        f"import sys; sys.path.append({str(sandbox.WORKER.parents[1])!r})\n"
        "import json, os, resource\n"
        "from accessibility.documents.limits import confine\n"
        "confine()\n"
        "print(json.dumps({'secret': 'SECRET_KEY' in os.environ, "
        "'files': resource.getrlimit(resource.RLIMIT_NOFILE)[1],"
        "'django': 'django' in sys.modules, 'folder': os.listdir('.')}))"
    )
    monkeypatch.setattr(sandbox, "WORKER", worker)
    assert sandbox.check_file(BytesIO(b"x")) == {"secret": False, "files": 64, "django": False, "folder": []}


def test_missing_engine_is_never_a_pass(monkeypatch):
    import sys

    from accessibility.documents.examine import examine

    monkeypatch.setitem(sys.modules, "page", None)
    assert examine(make.pdf(), Profile.WCAG).error == "engine_missing"


def test_check_that_raises_is_an_error(monkeypatch):
    from accessibility.documents import examine

    monkeypatch.setattr(examine, "checks_for", lambda _kind: 1 / 0)
    assert examine.examine(make.good_docx(), Profile.WCAG).error == "internal_error"
