"""A newcomer whose machine is not as we hoped gets one clear line on what to do."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import setup, steps

TOOLS = {"node_modules", ".venv", "var"}
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with what set-up itself consists of."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def make(folder, *arguments, **environment):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("WAYMARK", "PYTHONPATH", "MAKE"))}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder, env={**env, **environment}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_a_port_in_use_is_said_before_anything_is_installed(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = make(clone, "demo", PORT=str(port))
    assert done.returncode != 0
    assert f"Port {port} is in use" in done.stderr
    assert "make demo PORT=" in done.stderr
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("port", ["eighty", "0", "70000"])
def test_a_port_that_is_none_is_refused(clone, port):
    done = make(clone, "demo", PORT=port)
    assert f"not '{port}'" in done.stderr


def test_an_old_python_is_refused_with_the_way_out(clone):
    old = clone / "old-python"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.version_info = (3, 9, 2)\n$2"\n')
    old.chmod(0o755)
    done = make(clone, "demo", f"PYTHON={old}")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer; this is 3.9. Name another one: make PYTHON=" in done.stderr


def test_no_network_for_a_package_is_one_line_and_a_second_run_goes_on(clone):
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").write_text("a half-finished earlier run")
    done = make(clone, "setup", f"PYTHON={sys.executable}", PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert done.returncode != 0
    assert "could not be installed: check the network and run the same command again" in done.stderr
    assert "Traceback" not in done.stderr
    # The broken environment was made again, and the step is not remembered as done.
    assert subprocess.run([clone / ".venv" / "bin" / "python", "-m", "pip", "--version"]).returncode == 0
    assert not (clone / "var" / "stamps" / "python-packages").exists()


def test_help_names_both_commands(clone):
    printed = make(clone, "help").stdout
    assert "make demo" in printed
    assert "make test" in printed


def test_static_files_are_collected_again_when_a_rooms_own_styles_change(tmp_path, monkeypatch):
    for folder in ("site/core/static/core", "translation/static/translation", "var/static", "assets/styles"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VAR", tmp_path / "var")
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    rooms = [source for source in setup.static_sources() if source.name == "static"]
    assert rooms == [tmp_path / "site/core/static", tmp_path / "translation/static"]
    before = steps.fingerprint(*rooms)
    (tmp_path / "site/core/static/core/admin.css").write_text("summary { display: list-item; }")
    assert steps.fingerprint(*rooms) != before


def test_every_static_folder_that_the_product_has_is_among_the_sources():
    known = {path for path in ROOT.rglob("static") if path.is_dir() and not TOOLS & set(path.relative_to(ROOT).parts)}
    assert known == {source for source in setup.static_sources() if source.name == "static"}
