"""System checks of the frame: what would open a hole stops the start, each with an id and a way to mend it."""

from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.urls import URLPattern, URLResolver, get_resolver
from packaging.version import Version

from core.crypto import key_ring

#: Settings that are never meant to face residents.
LENIENT = frozenset(f"waymark.settings.{name}" for name in ("demo", "dev", "lint", "test"))
#: The versions that mend the last known holes.
MINIMUM_VERSIONS = {
    "Django": "5.2.19",
    "wagtail": "8.0.1",
    "pillow": "13.0.0",
    "lxml": "6.1.3",
    "pikepdf": "10.17",
}
DEMO_ACCOUNTS = ("author", "editor", "translator-ur", "auditor", "forms-officer", "adviser", "admin")
DEMO_PASSWORD = "waymark-demo"  # noqa: S105 - printed for everybody, and refused here


def is_production() -> bool:
    """Return whether these settings may face residents."""
    return not settings.DEBUG and settings.SETTINGS_MODULE not in LENIENT


@register(Tags.security)
def check_second_factor(**_options: Any) -> list[CheckMessage]:
    """E001: all staff need a second factor in production."""
    if settings.WAYMARK_REQUIRE_SECOND_FACTOR or not is_production():
        return []
    return [
        Error(
            "The second factor is switched off.",
            hint="Remove WAYMARK_REQUIRE_SECOND_FACTOR from the settings: it is on by default.",
            id="core.E001",
        )
    ]


@register(Tags.security)
def check_demo(**_options: Any) -> list[CheckMessage]:
    """E002: a demonstration has known passwords."""
    if not settings.WAYMARK_DEMO or not is_production():
        return []
    return [
        Error(
            "WAYMARK_DEMO is on under production settings.",
            hint="Use waymark.settings.demo for a demonstration, and keep it away from the internet.",
            id="core.E002",
        )
    ]


@register(Tags.security)
def check_documents(**_options: Any) -> list[CheckMessage]:
    """E003: documents are served by the view that checks permission and sets safe headers."""
    if settings.WAGTAILDOCS_SERVE_METHOD == "serve_view":
        return []
    return [
        Error(
            "Documents would be served without a permission check.",
            hint='Set WAGTAILDOCS_SERVE_METHOD = "serve_view".',
            id="core.E003",
        )
    ]


def _inside(place: Path, folder: Path) -> bool:
    return place.resolve().is_relative_to(folder.resolve())


@register(Tags.security)
def check_private_files(**_options: Any) -> list[CheckMessage]:
    """E004: what residents upload has no address."""
    options = settings.STORAGES["private"]["OPTIONS"]
    places = [Path(settings.PRIVATE_ROOT), Path(options["location"])]
    public = [Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)]
    exposed = any(_inside(place, folder) for place in places for folder in public)
    if not exposed and options.get("base_url") is None:
        return []
    return [
        Error(
            "The private storage can be reached from the web.",
            hint="Put PRIVATE_ROOT outside MEDIA_ROOT and STATIC_ROOT, and give the storage no base_url.",
            id="core.E004",
        )
    ]


def _escapes(engine: Any) -> bool:
    if isinstance(engine, DjangoTemplates):
        return bool(engine.engine.autoescape)
    return engine.env.autoescape is True


@register(Tags.security)
def check_autoescape(**_options: Any) -> list[CheckMessage]:
    """E005: every template engine escapes what people typed."""
    return [
        Error(
            f"The template engine {engine.name!r} does not escape HTML.",
            hint="Remove autoescape from its OPTIONS.",
            id="core.E005",
        )
        for engine in engines.all()
        if not _escapes(engine)
    ]


def _callbacks(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[Any]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _callbacks(pattern.url_patterns)
        else:
            yield getattr(pattern.callback, "cls", None) or pattern.callback


@register(Tags.urls)
def check_no_api(**_options: Any) -> list[CheckMessage]:
    """E006: Wagtail's APIs give drafts' fields and, in version 3, write access; neither is mounted."""
    modules = (str(getattr(callback, "__module__", "")) for callback in _callbacks(get_resolver().url_patterns))
    if not any(module.startswith(("wagtail.api.", "ninja.")) for module in modules):
        return []
    return [Error("Wagtail's API is mounted.", hint="Remove it from the address list.", id="core.E006")]


@register(Tags.security)
def check_versions(**_options: Any) -> list[CheckMessage]:
    """E007: installed packages hold the last security fixes."""
    return [
        Error(
            f"{name} {metadata.version(name)} is installed; {least} or newer is needed.",
            hint="Install the locked versions: pip install --require-hashes -r requirements/runtime.lock",
            id="core.E007",
        )
        for name, least in MINIMUM_VERSIONS.items()
        if Version(metadata.version(name)) < Version(least)
    ]


@register(Tags.database)
def check_demo_accounts(databases: Iterable[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """E008: nobody signs in with a printed password. Runs with ``check --database default``."""
    from core.models import User

    if "default" not in (databases or ()) or not is_production():
        return []
    accounts = User.objects.filter(username__in=DEMO_ACCOUNTS, is_active=True)
    return [
        Error(
            f"The demonstration account {account.get_username()!r} is in this database.",
            hint="Remove it: its password is printed in the README.",
            id="core.E008",
        )
        for account in accounts
        if account.check_password(DEMO_PASSWORD)
    ]


@register(Tags.security)
def check_keys(**_options: Any) -> list[CheckMessage]:
    """E009: there is a key to seal with."""
    try:
        key_ring()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="core.E009")]
    return []
