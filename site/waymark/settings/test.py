"""Tests: SQLite by default; PostgreSQL when WAYMARK_TEST_DATABASE holds its address (see tests/servers)."""

import os
import tempfile
from pathlib import Path

from waymark.settings.base import *  # noqa: F403 - settings are inherited as a whole
from waymark.settings.base import INSTALLED_APPS, STORAGES
from waymark.settings.databases import from_url, sqlite

DEBUG = False
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.contrib.table_block", "tests.accessibility.testapp"]
WAYMARK_DEMO_CONTENT = True
SECRET_KEY = "insecure-test-key-that-production-refuses"  # noqa: S105 - production reads its own
WAYMARK_KEYS = "insecure-test=YSB0ZXN0IGtleSwgd2hpY2ggZ3VhcmRzIG5vdGhpbmc="
WAYMARK_REQUIRE_SECOND_FACTOR = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
# A process that a test starts shares the test's folder through WAYMARK_TEST_DIR.
TEST_DIR = Path(os.environ.get("WAYMARK_TEST_DIR") or Path(tempfile.gettempdir()) / f"waymark-test-{os.getpid()}")
VAR_DIR = TEST_DIR
MEDIA_ROOT = TEST_DIR / "media"
PRIVATE_ROOT = TEST_DIR / "private"
DATABASE_URL = os.environ.get("WAYMARK_TEST_DATABASE", "")
DATABASES = {"default": from_url(DATABASE_URL) if DATABASE_URL else sqlite(TEST_DIR / "base.sqlite3")}
DATABASES["default"]["TEST"] = {} if DATABASE_URL else {"NAME": str(TEST_DIR / "test.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "library.storage.WholeFileStorage", "OPTIONS": {"location": str(MEDIA_ROOT)}},
    "private": {
        "BACKEND": "library.storage.WholeFileStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = TEST_DIR / "static"
# An event that does not match its schema is an error here; in production it is logged and set aside.
WAYMARK_INSIGHT_STRICT = True
# Loading it takes half a second and 160 MB: the few tests that need it ask for it.
WAYMARK_SEARCH_MODEL = False
WAYMARK_SEARCH_FOLDER = TEST_DIR / "search-model"
# Its requests in the background would reach a live server while a test takes its rows back; one test switches it on.
WAYMARK_OFFLINE = False
