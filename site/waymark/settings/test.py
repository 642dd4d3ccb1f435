"""Tests: SQLite by default; PostgreSQL when WAYMARK_TEST_DATABASE holds its address (see tests/servers)."""

import os
import tempfile
from pathlib import Path

from waymark.settings.base import *  # noqa: F403 - settings are inherited as a whole
from waymark.settings.base import STORAGES
from waymark.settings.databases import from_url, sqlite

DEBUG = False
SECRET_KEY = "insecure-test-key-that-production-refuses"  # noqa: S105 - production reads its own
WAYMARK_KEYS = "insecure-test=ZGV2ZWxvcG1lbnQta2V5LW5vdC1mb3ItcHJvZCE="
WAYMARK_REQUIRE_SECOND_FACTOR = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
TEST_DIR = Path(tempfile.gettempdir()) / f"waymark-test-{os.getpid()}"
MEDIA_ROOT = TEST_DIR / "media"
PRIVATE_ROOT = TEST_DIR / "private"
DATABASE_URL = os.environ.get("WAYMARK_TEST_DATABASE", "")
DATABASES = {"default": from_url(DATABASE_URL) if DATABASE_URL else sqlite(TEST_DIR / "base.sqlite3")}
DATABASES["default"]["TEST"] = {} if DATABASE_URL else {"NAME": str(TEST_DIR / "test.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(MEDIA_ROOT)}},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = TEST_DIR / "static"
