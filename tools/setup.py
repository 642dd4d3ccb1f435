"""``python -m tools.setup [runtime|dev]``: from a clean clone to a migrated, loaded demo site.

Every step is skipped when it was finished for the same input, and done again when it was not.
"""

import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

from tools.steps import PYTHON, ROOT, VAR, VENV, StepFailed, fingerprint, finish, is_done, mark_done, run, say

TRIES = 3


def environment() -> None:
    """Make the virtual environment, or make it again when an earlier run left it broken."""
    if not has_pip():
        say("Making the virtual environment ...")
        try:
            venv.create(str(VENV), with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError):
            advice = "Python could not make a virtual environment. On Debian: apt-get install python3-venv"
            raise StepFailed(advice) from None


def has_pip() -> bool:
    """Return whether the virtual environment's Python starts and has pip."""
    try:
        return subprocess.call([str(PYTHON), "-m", "pip", "--version"], stdout=subprocess.DEVNULL) == 0
    except OSError:
        return False


def python_packages(kind: str) -> None:
    """Install the locked packages; the development lock contains the runtime one."""
    for have in ("dev", kind):
        if is_done("python-packages", have + fingerprint(ROOT / "requirements" / (have + ".lock"))):
            return
    lock = ROOT / "requirements" / (kind + ".lock")
    say("Installing Python packages (about half a minute) ...")
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)]
    advice = "The Python packages could not be installed: check the network and run the same command again."
    for attempt in range(1, TRIES + 1):
        try:
            run(command, advice)
            break
        except StepFailed:
            if attempt == TRIES:
                raise
            time.sleep(2)
    mark_done("python-packages", kind + fingerprint(lock))


def node_packages(kind: str) -> None:
    """Install the locked npm packages with the Node that came as a Python package; checkers of tests only for "dev"."""
    value, folder = fingerprint(ROOT / "package-lock.json"), ROOT / "node_modules"
    if folder.is_symlink() and folder.is_dir():
        return  # another checkout's folder, which npm would empty
    if folder.is_dir() and any(is_done("node-packages", have + value) for have in ("dev", kind)):
        return
    say("Installing styles and scripts ...")
    run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", *([] if kind == "dev" else ["--omit=dev"])],
        "The npm packages could not be installed: check the network and run the same command again.",
    )
    mark_done("node-packages", kind + value)


def static_sources() -> list[Path]:
    """Return what the static files are made of: the sources of styles and scripts, and every room's static folder."""
    sources = [ROOT / "assets" / name for name in ("styles", "scripts", "build.mjs")]
    rooms = sorted([*ROOT.glob("*/static"), *ROOT.glob("site/*/static")])
    return [*sources, *[room for room in rooms if room.parent != VAR]]


def assets() -> None:
    """Build CSS and JavaScript into assets/dist and collect all static files."""
    locks = [ROOT / "package-lock.json", ROOT / "requirements" / "runtime.lock"]
    value = fingerprint(*static_sources(), *locks)
    if is_done("assets", value) and (ROOT / "assets" / "dist").is_dir() and (VAR / "static").is_dir():
        return
    say("Building styles and scripts ...")
    run(["node", "assets/build.mjs"], "The styles and scripts could not be built.")
    shutil.rmtree(str(VAR / "static"), ignore_errors=True)
    manage("collectstatic", "--no-input", "-v0", advice="The static files could not be collected.")
    mark_done("assets", value)


def catalogues() -> None:
    """Compile the translations."""
    value = fingerprint(ROOT / "locale")
    if is_done("catalogues", value) and list((ROOT / "locale").rglob("*.mo")):
        return
    if list((ROOT / "locale").rglob("*.po")):
        run([str(PYTHON), "-m", "tools.messages", "compile"], "A translation catalogue in locale/ is not valid.")
    mark_done("catalogues", fingerprint(ROOT / "locale"))


def database() -> None:
    """Migrate, and load what is missing of the demo content."""
    say("Preparing the database and the demo content ...")
    manage("migrate", "--no-input", "-v0", advice="The database could not be migrated.")
    manage("load_demo", advice="The demo content could not be loaded.")


def manage(*arguments: str, **options: str) -> None:
    """Run a manage.py command under the demo settings."""
    run([str(PYTHON), "manage.py", *arguments], options["advice"], DJANGO_SETTINGS_MODULE="waymark.settings.demo")


def main() -> None:
    """Run the steps in order."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "runtime"
    environment()
    python_packages(kind)
    node_packages(kind)
    catalogues()
    assets()
    if kind == "runtime":
        database()


if __name__ == "__main__":
    finish(main)
