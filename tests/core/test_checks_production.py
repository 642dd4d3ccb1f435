"""Production starts without a warning when all is set, and refuses with one clear line when not."""

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": secrets.token_urlsafe(64),
    "WAYMARK_KEYS": f"2026={base64.b64encode(secrets.token_bytes(32)).decode()}",
    "ALLOWED_HOSTS": "www.example.org",
    "BASE_URL": "https://www.example.org",
    "DATABASE_URL": "postgres://waymark@127.0.0.1:1/waymark",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "council@example.org",
    "CLAMD_SOCKET": "/run/clamav/clamd.ctl",
}


def check(changes=None):
    """Run the deployment check in a process of its own, with nothing from this one's environment but the path."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "waymark.settings.production", **GOOD}
    environment.update(changes or {})
    environment = {name: value for name, value in environment.items() if value is not None}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def test_a_good_environment_gives_no_warning():
    (ROOT / "assets" / "dist").mkdir(exist_ok=True)
    result = check()
    assert result.returncode == 0, result.stderr
    assert "0 silenced" in result.stdout
    assert "WARNINGS" not in result.stderr


def test_secrets_may_come_from_files(tmp_path):
    files = {}
    for name in ("SECRET_KEY", "WAYMARK_KEYS"):
        (tmp_path / name).write_text(GOOD[name] + "\n")
        files |= {name: None, f"{name}_FILE": str(tmp_path / name)}
    assert check(files).returncode == 0


KEY = base64.b64encode(secrets.token_bytes(32)).decode()
WRONG = [
    *((name, None, f"Set the environment variable {name}.") for name in GOOD),
    ("SECRET_KEY", "short", "SECRET_KEY is too weak"),
    ("SECRET_KEY", "a" * 60, "SECRET_KEY is too weak"),
    ("SECRET_KEY", "insecure-" + GOOD["SECRET_KEY"], "SECRET_KEY is too weak"),
    ("SECRET_KEY_FILE", "/nowhere/key", "cannot be read: /nowhere/key"),
    ("WAYMARK_KEYS", "2026=c2hvcnQ=", "has 5 bytes and needs 32"),
    ("WAYMARK_KEYS", "2026=" + base64.b64encode(b"ab" * 16).decode(), "is not random"),
    ("WAYMARK_KEYS", f"insecure-demo={KEY}", "key of the demonstration"),
    ("WAYMARK_KEYS", f"{GOOD['WAYMARK_KEYS']},insecure-dev={KEY}", "key of the demonstration"),
    ("ALLOWED_HOSTS", "*", "exact host names"),
    ("ALLOWED_HOSTS", ".example.org", "exact host names"),
    ("BASE_URL", "http://www.example.org", "must start with https://"),
    ("EMAIL_PORT", "many", "EMAIL_PORT must be a whole number"),
    ("EMAIL_USE_TLS", "maybe", "EMAIL_USE_TLS must be yes or no"),
]


@pytest.mark.parametrize(("name", "value", "words"), WRONG, ids=[f"{at}-{row[0]}" for at, row in enumerate(WRONG)])
def test_a_wrong_environment_is_refused_with_one_line(name, value, words):
    result = check({name: value})
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert result.stderr.startswith("Waymark does not start: ")
    assert words in result.stderr
    assert KEY not in result.stderr
