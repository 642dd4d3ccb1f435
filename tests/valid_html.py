"""html-validate over pages: what a parser guesses, a screen reader may guess otherwise."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RULES = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}


def invalid(pages: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return what is wrong with the HTML of ``pages`` by their names, one readable line each; ``folder`` is empty."""
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES))
    names = [*pages]
    for number, name in enumerate(names):
        (folder / f"{number:02}.html").write_bytes(pages[name])
    tool = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [str(ROOT / ".venv" / "bin" / "node"), str(tool), "--formatter", "json", "*.html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return [
        f"{names[int(Path(file['filePath']).stem)]}: {each['ruleId']}: {each['message']} ({each['selector']})"
        for file in json.loads(done.stdout)
        for each in file["messages"]
    ]
