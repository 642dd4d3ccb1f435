"""Production: everything comes from the environment, and a weak or missing secret refuses to start."""

import json
from pathlib import Path

from waymark.settings import environment as env
from waymark.settings.base import *  # noqa: F403 - settings are inherited as a whole
from waymark.settings.base import MEDIA_ROOT as DEFAULT_MEDIA_ROOT
from waymark.settings.base import PRIVATE_ROOT as DEFAULT_PRIVATE_ROOT
from waymark.settings.base import STATIC_ROOT as DEFAULT_STATIC_ROOT
from waymark.settings.base import STORAGES, WAYMARK_MESSAGE_BACKENDS, WAYMARK_NOTIFY
from waymark.settings.databases import from_url

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
WAYMARK_KEYS = env.keys("WAYMARK_KEYS")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
DATABASES = {"default": from_url(env.text("DATABASE_URL"))}
WAGTAILADMIN_BASE_URL = env.https_address("BASE_URL")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

# The shipped nginx speaks through a socket. It replaces the client's own forwarding headers.
WAYMARK_TRUSTED_PROXIES = env.words("TRUSTED_PROXIES", "unix,127.0.0.1,::1")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# The shipped nginx strips the client's own header (deploy/nginx), so this one can be believed.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.text("REDIS_URL"),
    }
}
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(DEFAULT_MEDIA_ROOT)))
PRIVATE_ROOT = Path(env.text("PRIVATE_ROOT", str(DEFAULT_PRIVATE_ROOT)))
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(DEFAULT_STATIC_ROOT)))
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "library.storage.WholeFileStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL")
ADMINS: list[tuple[str, str]] = []

# Channels that NOTIFY_TEMPLATES names are sent by GOV.UK Notify.
NOTIFY_TEMPLATES = env.pairs("NOTIFY_TEMPLATES")
WAYMARK_NOTIFY = {
    **WAYMARK_NOTIFY,
    "templates": NOTIFY_TEMPLATES,
    "key": env.text_or_file("NOTIFY_KEY") if NOTIFY_TEMPLATES else "",
}
WAYMARK_MESSAGE_BACKENDS = {**WAYMARK_MESSAGE_BACKENDS, **dict.fromkeys(NOTIFY_TEMPLATES, "notify")}

WAYMARK_CONNECTOR_SECRETS = env.pairs("CONNECTOR_SECRETS")
WAYMARK_INSIGHT_SINKS = {name: json.loads(options) for name, options in env.pairs("INSIGHT_SINKS").items()}
WAYMARK_INSIGHT_EXPORT_DIR = env.text("INSIGHT_EXPORT_DIR", "")
WAYMARK_KEEP_LEAVERS_DAYS = env.number("KEEP_LEAVERS_DAYS", 90)
WAYMARK_CLAMD_SOCKET = env.text("CLAMD_SOCKET")
