"""``make demo``: everything real, nothing to configure, on 127.0.0.1 only.

The second factor is off so that a newcomer can sign in with the printed accounts; every admin page says so
in a banner, and ``core.E002`` refuses the switch under production settings.
"""

import os

from waymark.settings.base import *  # noqa: F403 - settings are inherited as a whole
from waymark.settings.base import VAR_DIR
from waymark.settings.databases import from_url, sqlite

DEBUG = False
WAYMARK_DEMO = True
WAYMARK_DEMO_CONTENT = True
WAYMARK_REQUIRE_SECOND_FACTOR = False
SECRET_KEY = "insecure-demonstration-key-that-production-refuses"  # noqa: S105 - production reads its own
WAYMARK_KEYS = "insecure-demo=V0FZTUFSSydzIGRlbW8ga2V5LCBwdWJsaWMgdG8gYWw="
# Browsers look for every name under localhost on this machine: the second site has one.
ALLOWED_HOSTS = ["127.0.0.1", ".localhost", "[::1]"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": from_url(DATABASE_URL) if DATABASE_URL else sqlite(VAR_DIR / "demo.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
DEFAULT_FROM_EMAIL = "Oxford City Council (demo) <no-reply@example.org>"
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
