"""A developer's machine: SQLite in ``var/``, mail on the console, no second factor."""

from waymark.settings.base import *  # noqa: F403 - settings are inherited as a whole
from waymark.settings.base import STORAGES, VAR_DIR
from waymark.settings.databases import sqlite

DEBUG = True
WAYMARK_DEMO_CONTENT = True
SECRET_KEY = "insecure-development-key-that-production-refuses"  # noqa: S105 - production reads its own
WAYMARK_KEYS = "insecure-dev=YSBkZXZlbG9wbWVudCBrZXksIG5vdCBmb3IgcHJvZCE="
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": sqlite(VAR_DIR / "dev.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
WAYMARK_REQUIRE_SECOND_FACTOR = False
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
