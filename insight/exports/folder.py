"""Where exports stand. ``manifest.json`` names the folder of the newest whole one, and is replaced in one step.

A new export is written beside it, under another name. Whoever reads the manifest finds all of what it names: an
interrupted export leaves the one before, and the one before stays until the next but one is done.
"""

import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

MANIFEST = "manifest.json"
_MAKING = ".making-"
#: Seconds after which an unfinished folder is nobody's.
_LEFT_AFTER = 24 * 3600
KEPT = 2


def export_root() -> Path:
    """Return the folder of ``WAYMARK_INSIGHT_EXPORT_DIR``, or ``insight-export`` among the private files."""
    named = getattr(settings, "WAYMARK_INSIGHT_EXPORT_DIR", "")
    return Path(named) if named else Path(settings.PRIVATE_ROOT) / "insight-export"


def manifest_of(root: Path) -> dict[str, Any] | None:
    """Return what the newest whole export holds; None before the first."""
    try:
        found: dict[str, Any] = json.loads((root / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        return None
    return found


@contextmanager
def making(root: Path, moment: datetime) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give a folder to write to and the manifest to fill; publish both when nothing was raised."""
    root.mkdir(parents=True, exist_ok=True)
    name = f"{moment:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    folder, manifest = root / f"{_MAKING}{name}", {"folder": name, "made_at": moment.isoformat()}
    folder.mkdir()
    try:
        yield folder, manifest
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    folder.rename(root / name)
    _replace(root / MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    _tidy(root, name)


def _replace(path: Path, text: str) -> None:
    """Write ``text`` beside ``path``, to the disk, and put it in its place in one step."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(3)}")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _tidy(root: Path, newest: str) -> None:
    """Remove exports that nobody reads any more, and what a killed process left."""
    whole = sorted((path for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")), reverse=True)
    others = [path for path in whole if path.name != newest]
    left = [
        path for path in root.glob(f"{_MAKING}*") if path.is_dir() and time.time() - path.stat().st_mtime > _LEFT_AFTER
    ]
    for path in (*others[KEPT - 1 :], *left):
        shutil.rmtree(path, ignore_errors=True)
    for path in root.glob(f".{MANIFEST}.*"):
        if time.time() - path.stat().st_mtime > _LEFT_AFTER:
            path.unlink(missing_ok=True)
