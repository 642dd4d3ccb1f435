"""``python -m tools.system_packages``: the Debian packages that the tests start real servers from."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: Program -> Debian package. ``make demo`` needs none of them.
PACKAGES = {
    "initdb": "postgresql",
    "redis-server": "redis-server",
    "nginx": "nginx-light",
    "clamd": "clamav-daemon",
    "msgfmt": "gettext",
    "chromium-headless-shell": "chromium-headless-shell",
    "openssl": "openssl",
    "apertium": "apertium-eng-spa",
}
#: Package -> a program that does as well, where the package is not to be had.
INSTEAD = {"chromium-headless-shell": "chromium"}
FONTS = {"/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-Regular.ttf": "fonts-noto-core"}


def missing() -> list[str]:
    """Return the packages whose program or file is not here."""
    folders = [os.environ.get("PATH", ""), "/usr/sbin", *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
    path = os.pathsep.join(folders)
    packages = [package for program, package in PACKAGES.items() if shutil.which(program, path=path) is None]
    return packages + [package for file, package in FONTS.items() if not Path(file).exists()]


def needed(packages: list[str]) -> list[str]:
    """Return those of ``packages`` for which no other program stands in."""
    return [package for package in packages if shutil.which(INSTEAD.get(package, "")) is None]


def install(packages: list[str]) -> bool:
    """Install with apt-get where that is possible; return whether it worked."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return (
        subprocess.call(["apt-get", "update", "-qq"], env=env) == 0
        and subprocess.call(command, env=env, stdout=subprocess.DEVNULL) == 0
    )


def main() -> int:
    """Install what is missing, or print the one command that does. With CI=true, missing is a failure."""
    packages = missing()
    if packages:
        install(packages)
        packages = needed(missing())
    if not packages:
        return 0
    print("Some tests need more programs. Install them with: sudo apt-get install " + " ".join(packages))
    if os.environ.get("CI") == "true":
        return 1
    print("The tests that need them are left out; the rest runs.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
