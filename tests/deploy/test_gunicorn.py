"""The shipped gunicorn file, in a real gunicorn: workers find the model of search loaded, and it works in them."""

import json
import os
import sys
import urllib.request
from pathlib import Path

from tests.servers.processes import free_port, listens, running, wait_until

ROOT = Path(__file__).resolve().parents[2]


def test_workers_share_the_model_that_was_loaded_before_they_were_forked(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "2"]
    command += ["--pythonpath", f"site,{ROOT}", "--bind", f"127.0.0.1:{port}", "tests.deploy.telling:application"]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "waymark.settings.test", "WAYMARK_TEST_DIR": str(tmp_path)}
    with running(command, log=tmp_path / "log", cwd=ROOT, env=env):
        wait_until(lambda: listens(port), seconds=60, what="gunicorn")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            told = json.load(answer)
    assert told["application_loaded_by"] == told["parent"]
    assert told["model_loaded_before_the_first_request"] is True
    assert told["nearest"] == "Pest control"


def test_the_service_runs_with_that_file_and_offers_no_reload():
    unit = (ROOT / "deploy" / "systemd" / "waymark-web.service").read_text()
    assert "gunicorn --config deploy/gunicorn.conf.py\n" in unit
    assert "ExecReload" not in unit
