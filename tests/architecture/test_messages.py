"""Residents read every sentence in their language: the catalogues are complete, true to the code and valid."""

import re
import shutil
import subprocess

import polib
import pytest

from tests.servers.required import need
from tools import messages

TEMPLATE = """{{ _("The zebra is late.") }}
{% trans %}The heron is early.{% endtrans %}
{% trans count=n %}{{ count }} zebra{% pluralize %}{{ count }} zebras{% endtrans %}
"""
MODULE = 'from django.utils.translation import gettext as _\n\nLATE = _("The zebra is late.")\n'


@pytest.fixture
def catalogues(tmp_path, monkeypatch):
    """A copy of the catalogues that a test may change."""
    shutil.copytree(messages.LOCALE, tmp_path / "locale")
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    return {language: messages.path(language) for language in messages.RULES}


@pytest.fixture
def code(tmp_path, monkeypatch):
    """A folder of its own instead of the repository: write files into it, as path and content."""
    monkeypatch.setattr(messages, "ROOT", tmp_path)

    def write(path, content):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")

    for folder in messages.FOLDERS:
        (tmp_path / folder).mkdir()
    return write


def test_every_sentence_is_known_and_residents_read_none_in_english():
    assert messages.problems() == []


def test_extracting_again_changes_nothing(catalogues):
    before = {language: file.read_bytes() for language, file in catalogues.items()}
    messages.extract()
    # Names alone: pytest would draw the difference of two catalogues for minutes.
    assert [language for language, file in catalogues.items() if file.read_bytes() != before[language]] == []


def test_sentences_of_both_kinds_in_a_new_template_are_missed(code):
    code("templates/pages/zebra.jinja", TEMPLATE)
    found = messages.problems()
    assert len(found) == 3 * len(messages.LANGUAGES)
    for sentence in ("The zebra is late.", "The heron is early.", "%(count)s zebra"):
        assert [line for line in found if line.startswith("ur: not in the catalogue") and sentence in line]


def test_a_sentence_of_a_template_without_a_translation_is_a_fault(code, catalogues):
    code("templates/pages/zebra.jinja", TEMPLATE)
    messages.extract()
    assert {line.split(":")[1].strip() for line in messages.problems()} == {"not translated"}
    for file in catalogues.values():
        catalogue = polib.pofile(str(file))
        for entry in catalogue:
            entry.msgstr = "" if entry.msgid_plural else "x"
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "x")
        catalogue.save()
    assert messages.problems() == []


def test_one_plural_form_that_is_missing_is_a_fault(code, catalogues):
    code("templates/pages/zebra.jinja", TEMPLATE.splitlines()[2])
    messages.extract()
    catalogue = polib.pofile(str(catalogues["ar"]))
    catalogue[0].msgstr_plural = {0: "x", 1: "x", 2: "x", 3: "x", 4: "x", 5: ""}
    catalogue.save()
    assert "ar: not translated: ('%(count)s zebra', '%(count)s zebras')" in messages.problems()


@pytest.mark.parametrize(("module", "public"), [("forms/runner/zebra.py", True), ("forms/models/zebra.py", False)])
def test_residents_code_needs_translations_and_staff_code_does_not(code, catalogues, module, public):
    code(module, MODULE)
    assert len(messages.problems()) == len(messages.LANGUAGES)
    messages.extract()
    assert bool(messages.problems()) is public


@pytest.mark.parametrize("language", messages.RULES)
def test_gettext_accepts_the_catalogue(language):
    need("msgfmt", installed=shutil.which("msgfmt") is not None)
    command = ["msgfmt", "-c", "-v", "-o", "/dev/null", str(messages.path(language))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr


@pytest.mark.parametrize("language", messages.RULES)
def test_a_translation_holds_the_placeholders_and_tags_of_its_sentence(language):

    parts = re.compile(r"%\(\w+\)[sd]|</?\w+>")
    broken = [
        entry.msgid
        for entry in polib.pofile(str(messages.path(language)))
        if entry.msgstr and sorted(parts.findall(entry.msgid)) != sorted(parts.findall(entry.msgstr))
    ]
    assert broken == []
