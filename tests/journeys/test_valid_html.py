"""One page of each type is valid HTML, by html-validate: what a parser guesses, a screen reader may guess otherwise."""

import json
import subprocess
import urllib.request
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.walk]
ROOT = Path(__file__).resolve().parents[2]
RULES = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}
BINS, COUNCIL = "/bins-and-recycling/", "/your-council/"
PAGES = (
    "/", "/ur/", BINS, f"{BINS}report-a-missed-bin/", f"{BINS}what-goes-in-each-bin/",
    f"{BINS}what-goes-in-each-bin/print/", f"{BINS}how-to-report-a-missed-bin/", f"{BINS}get-rid-of-a-large-item/",
    "/keyboard-help/", "/housing/move-to-oxford/", f"{COUNCIL}help-near-you/",
    f"{COUNCIL}help-near-you/example-advice-centre/", f"{COUNCIL}news/", f"{COUNCIL}news/food-bins-for-flats/",
    f"{COUNCIL}events/", f"{COUNCIL}events/repair-cafe/", f"{COUNCIL}have-your-say/safer-streets-near-schools/",
    f"{COUNCIL}have-your-say/what-to-plant-in-the-park/", f"{COUNCIL}publications/waste-plan/",
    f"{COUNCIL}easy-read/missed-bin-easy-read/", f"{COUNCIL}jobs/", f"{COUNCIL}jobs/recycling-officer/",
    f"{COUNCIL}answers-to-requests/", f"{COUNCIL}answers-to-requests/cost-of-the-website/",
    f"{COUNCIL}who-can-help/?q=help+with+rent&place=OX4", "/housing/get-help-with-your-rent/",
    f"{COUNCIL}who-does-what/bins-team/", f"{COUNCIL}service-status/", f"{COUNCIL}you-said-we-did/",
    "/reading-settings/", "/offline/",
)  # fmt: skip


def test_every_type_is_valid(site, tmp_path):
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    for number, address in enumerate(PAGES):
        with urllib.request.urlopen(site.url + address, timeout=30) as response:
            (tmp_path / f"{number:02}.html").write_bytes(response.read())
    tool = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [str(ROOT / ".venv" / "bin" / "node"), str(tool), "--formatter", "json", "*.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    found = [
        f"{PAGES[int(Path(file['filePath']).stem)]}: {each['ruleId']}: {each['message']} ({each['selector']})"
        for file in json.loads(done.stdout)
        for each in file["messages"]
    ]
    assert found == [], "\n".join(found)
