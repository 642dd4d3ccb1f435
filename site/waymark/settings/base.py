"""Settings that every environment shares. Each value that is a promise to residents says which."""

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.settings import csp

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(os.environ.get("WAYMARK_VAR_DIR", BASE_DIR / "var"))

INSTALLED_APPS = [
    # Our rooms, from the left of the import contract to its right. ``accessibility`` stands before
    # Wagtail because it replaces Wagtail's publish_scheduled command.
    "home",
    "updates",
    "search",
    "services",
    "forms",
    "translation",
    "accessibility",
    "insight",
    "library",
    "core",
    # Wagtail and what stands on it.
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtailmedia",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    # Background work: a task is only a wake-up, the outbox is the record.
    "django_tasks",
    "django_tasks_db",
    # Accounts.
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "core.security.middleware.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.security.middleware.AdminPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "core.security.caching.CacheControlMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.languages.PathLocaleMiddleware",
    "translation.phrases.overlay.PhraseMiddleware",
    "core.security.text.TextGuardMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.security.sessions.StaffSessionMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "core.accounts.middleware.SecondFactorMiddleware",
    "translation.borders.LocaleBorderMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "services.redirecting.RedirectMiddleware",
    "core.place.PlaceMiddleware",
]

ROOT_URLCONF = "waymark.urls"
WSGI_APPLICATION = "waymark.wsgi.application"
ASGI_APPLICATION = "waymark.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        # Public pages: only names that end in ``.jinja``, see the backend.
        "BACKEND": "core.templating.JinjaTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "core.templating.environment"},
    },
    {
        # Wagtail's admin, and our changes to it under templates/wagtailadmin/.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"

# Languages. Wagtail's tree and Django's catalogues use the same codes. Right to left is Django's LANGUAGES_BIDI.
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", _("English")),
    ("pl", _("Polish")),
    ("ur", _("Urdu")),
    ("ar", _("Arabic")),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
WAGTAIL_I18N_ENABLED = True
# Measured: with the default True, submitting a live page publishes the untranslated copy.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "assets" / "dist"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "library.storage.WholeFileStorage"},
    # Submission files and withheld documents: outside MEDIA_ROOT, with no address.
    "private": {
        "BACKEND": "library.storage.WholeFileStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "core.full_disk.RoomAwareUploadHandler",
]
# A real 42-page form posts about 2,000 fields from the page editor, a list of 250 choices 1,500 more; Django's
# limit is 1,000. It has one limit for all paths: DATA_UPLOAD_MAX_MEMORY_SIZE keeps public posts small.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Accounts and sessions.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/admin/login/"
CSRF_FAILURE_VIEW = "forms.services.csrf_failed"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_IDLE_SECONDS = 30 * 60
WAYMARK_REQUIRE_SECOND_FACTOR = True
WAYMARK_DEMO = False
# Whether ``manage.py load_demo`` may make accounts with a printed password: development, demo and tests only.
WAYMARK_DEMO_CONTENT = False
# Lock the pair of name and address, never an address alone: libraries and hostels share one.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_HTTP_RESPONSE_CODE = 429
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "core.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "core.accounts.lockout.locked_out"
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Waymark"

# Addresses or networks of our own proxies, "unix" for a socket: only their X-Forwarded-For is believed.
WAYMARK_TRUSTED_PROXIES: list[str] = []
# "host:port" that the outgoing client may reach although its address is private: tests and the demo only.
WAYMARK_OUTGOING_ALLOWED_HOSTS: list[str] = []

# Whether browsers keep a page with the emergency and contact numbers for when there is no network.
WAYMARK_OFFLINE = True

# Where to report a hole, as security.txt says it: "mailto:…", "tel:…" or "https://…". Empty: the brand's contact.
WAYMARK_SECURITY_CONTACT = ""

# Secrets of connections by the name that an administrator gives in the admin; the values are never in the database.
WAYMARK_CONNECTOR_SECRETS: dict[str, str] = {}
# Warehouses that get every event: name -> kind ("http", "clickhouse") and its options, see docs/insight.md.
WAYMARK_INSIGHT_SINKS: dict[str, dict[str, str]] = {}
# Where the daily export stands; empty: insight-export among the private files.
WAYMARK_INSIGHT_EXPORT_DIR = ""

# Days after which a colleague who left is erased from the staff directory.
WAYMARK_KEEP_LEAVERS_DAYS = 90

# The malware scanner's socket; empty means "no scanner", which is never taken for "clean".
WAYMARK_CLAMD_SOCKET = ""

# Background work.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True, "QUEUES": []}}
# Suppliers of messages by channel; see core/messages_out/contrib.
WAYMARK_MESSAGE_BACKENDS = {"mail": "django", "sms": "file", "letter": "file"}
# Where GOV.UK Notify is, our key for it, and the template of each channel; see core/messages_out/contrib/notify.py.
WAYMARK_NOTIFY: dict[str, Any] = {"url": "https://api.notifications.service.gov.uk", "key": "", "templates": {}}
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# Headers that every response carries; the policies themselves are in csp.py and core/security.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = csp.PUBLIC
WAYMARK_ADMIN_CSP = csp.ADMIN

# Wagtail.
WAGTAIL_SITE_NAME = "Waymark"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []
WAGTAILDOCS_DOCUMENT_MODEL = "library.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "library.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "pptx", "xlsx", "csv"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILIMAGES_IMAGE_MODEL = "library.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILMEDIA = {
    "MEDIA_MODEL": "library.Video",
    "MEDIA_FORM_BASE": "library.videos.form.VideoForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": [],
}
# Bytes. The whole of one post may be no larger than the second: it is refused before any of it is read.
WAYMARK_LARGEST_VIDEO = 250 * 1024 * 1024
WAYMARK_LARGEST_POST = 256 * 1024 * 1024
WAGTAIL_PASSWORD_RESET_ENABLED = True
# A workflow's last approval publishes through the accessibility gate.
WAGTAIL_FINISH_WORKFLOW_ACTION = "accessibility.gate.finish.finish_workflow"
# Language -> the engine that drafts it, such as {"pl": {"engine": "deepl", "url": "https://…", "key": ""}}.
# Engines are "libretranslate", "deepl" and, without an address, "apertium", which is to be installed.
# A draft is never public before a person has read it.
WAYMARK_TRANSLATION_ENGINES: dict[str, dict[str, str]] = {}
# The model of meaning that search ranks with: True for the installed one, a path for another copy, False for none.
WAYMARK_SEARCH_MODEL: bool | str = True
# Where its weights are written once, so that all processes share them (90 MB).
WAYMARK_SEARCH_FOLDER = VAR_DIR / "search-model"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"redact": {"()": "core.security.logs.RedactFilter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["redact"]},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
