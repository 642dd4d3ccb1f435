"""The demo's settings, with the receiver of the benchmark, and mail that goes nowhere."""

import os

from waymark.settings.base import STORAGES
from waymark.settings.demo import *  # noqa: F403 - settings are inherited as a whole

#: To the checks of production this is the demo: they would ask an empty database for accounts.
SETTINGS_MODULE = "waymark.settings.demo"
WAYMARK_OUTGOING_ALLOWED_HOSTS = [os.environ.get("BENCH_RECEIVER", "")]
WAYMARK_CONNECTOR_SECRETS = {"hook": "whsec_c2VjcmV0LW9mLWEtYmVuY2htYXJr"}
WAYMARK_SEARCH_MODEL = False
#: Nothing is collected for it, and nobody looks at its pages.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LOGGING = {"version": 1, "disable_existing_loggers": True, "root": {"level": "ERROR", "handlers": []}}
