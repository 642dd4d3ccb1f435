"""``make bench-checkers``: put each other checker into an environment of its own. Measuring only, never shipped."""

import shutil
import subprocess
import sys

from tools.bench_documents.others import HOME

#: Versions as the design note measured them. accesspdf asks for an older pikepdf than ours, so none share.
VERSIONS = {"pdfua": "0.1.3", "accesspdf": "1.2.1", "outloud": "0.2.1"}


def main() -> int:
    """Install what is missing; return 1 when one could not be had."""
    failed = 0
    for name, version in VERSIONS.items():
        folder = HOME / name
        if not (folder / "bin" / name).is_file():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            pip = [str(folder / "bin" / "pip"), "install", "--quiet", f"{name}=={version}"]
            failed += subprocess.run(pip, check=False).returncode != 0
        print(f"{name} {version}: {'in ' + str(folder) if (folder / 'bin' / name).is_file() else 'could not be had'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
