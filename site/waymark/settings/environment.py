"""Read settings from the environment, and say in one line what is wrong with them."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_MINIMUM_LENGTH = 50
SECRET_MINIMUM_DIFFERENT = 10


def text(name: str, default: str | None = None) -> str:
    """Return the variable ``name``; without a default a missing or empty one refuses to start."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def words(name: str, default: str | None = None) -> list[str]:
    """Return a comma-separated variable as a list without empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no variable; anything but 1, true, yes, 0, false, no refuses to start."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes"}:
        return True
    if value in {"0", "false", "no"}:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def secret(name: str) -> str:
    """Return a secret from ``name`` or from the file named by ``name_FILE``; a weak one refuses to start."""
    file = os.environ.get(f"{name}_FILE", "")
    value = Path(file).read_text(encoding="utf-8").strip() if file else text(name)
    weak = len(value) < SECRET_MINIMUM_LENGTH or len(set(value)) < SECRET_MINIMUM_DIFFERENT
    if weak or "insecure" in value.lower():
        raise ImproperlyConfigured(
            f"{name} is too weak: use at least {SECRET_MINIMUM_LENGTH} random characters, for example from"
            " 'python -c \"import secrets; print(secrets.token_urlsafe(64))\"'."
        )
    return value
