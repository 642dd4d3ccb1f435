"""Settings for tools that only look: the migration linter is an app of its own."""

from waymark.settings.base import INSTALLED_APPS
from waymark.settings.test import *  # noqa: F403 - settings are inherited as a whole

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
