"""The scripts that engines put into a page, and the locked npm packages that some come from."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings

#: Our own functions that describe, see and measure elements; evaluated in a page they are ``window.waymark``.
LIBRARY = Path(__file__).with_name("lib.js")


def package(name: str) -> Path:
    """Return where npm installed (or would install) the package ``name``."""
    return Path(settings.BASE_DIR) / "node_modules" / name


def version_of(name: str) -> str:
    """Return the installed version, "" when there is none."""
    described = package(name) / "package.json"
    return str(json.loads(described.read_text(encoding="utf-8"))["version"]) if described.exists() else ""


@cache
def script(path: Path) -> str:
    """Return a script's text, read once."""
    return path.read_text(encoding="utf-8")
