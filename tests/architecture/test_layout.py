"""Facts about the repository that would break the house silently."""

import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("site", "home", "services", "forms", "accessibility", "insight", "translation", "updates", "tools")


def python_files():
    return [
        file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["site", "locale"])
def test_folders_that_would_shadow_the_standard_library_are_no_packages(folder):
    assert not (ROOT / folder / "__init__.py").exists()


def test_no_module_is_longer_than_300_lines():
    long = {
        str(file.relative_to(ROOT)): n for file in python_files() if (n := len(file.read_text().splitlines())) > 300
    }
    assert long == {}


def test_rooms_are_not_ignored_by_git():
    paths = [f"{room}/new_module.py" for room in ROOMS]
    done = subprocess.run(["git", "check-ignore", *paths], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("package", "expected"),
    [("django", r"5\.2\."), ("wagtail", r"8\.0\."), ("wagtail-localize", r"1\.14\.5"), ("django-tasks", r"0\.12\.")],
)
def test_installed_versions_are_the_ones_we_build_on(package, expected):
    assert re.match(expected, version(package))


def test_every_locked_package_has_a_hash_and_no_address():
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text()
        pins = re.findall(r"^[a-z0-9][^\s]*==[^\n]*(?:\n {4}--hash=sha256:[0-9a-f]{64}[^\n]*)*", text, re.MULTILINE)
        assert len(pins) > 80
        assert all("--hash=sha256:" in pin for pin in pins)
        assert "://" not in text
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
