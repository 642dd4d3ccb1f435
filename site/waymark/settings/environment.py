"""Read settings from the environment, and say in one line what is wrong with them."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from core.crypto.ring import HOW_TO_MAKE, parse_ring

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


def text_or_file(name: str) -> str:
    """Return ``name``, or what the file named by ``name_FILE`` holds; the file keeps it out of process lists."""
    file = os.environ.get(f"{name}_FILE", "")
    if not file:
        return text(name)
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise ImproperlyConfigured(f"The file named by {name}_FILE cannot be read: {file}") from None


def pairs(name: str) -> dict[str, str]:
    """Return ``name=value`` lines of a variable, or of the file named by ``name_FILE``; none when neither is set."""
    if not (os.environ.get(name) or os.environ.get(f"{name}_FILE")):
        return {}
    lines = [line.strip() for line in text_or_file(name).splitlines() if line.strip()]
    if any("=" not in line for line in lines):
        raise ImproperlyConfigured(f"{name} must hold lines such as waste-system=whsec_...")
    return {key.strip(): value.strip() for key, value in (line.split("=", 1) for line in lines)}


def hosts(name: str) -> list[str]:
    """Return exact host names; a wildcard would let forged addresses into e-mails."""
    names = words(name)
    if any("*" in host or host.startswith(".") for host in names):
        raise ImproperlyConfigured(f"{name} must list exact host names, without wildcards.")
    return names


def https_address(name: str) -> str:
    """Return an address such as ``https://www.example.org``, without a slash at its end."""
    address = text(name).rstrip("/")
    if not address.startswith("https://"):
        raise ImproperlyConfigured(f"{name} must start with https://.")
    return address


def number(name: str, default: int) -> int:
    """Return a whole number."""
    try:
        return int(text(name, str(default)))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number.") from None


def keys(name: str) -> str:
    """Return a key ring (see core.crypto) that parses and holds no key of the demonstration."""
    ring = text_or_file(name)
    if any("insecure" in key.key_id.lower() for key in parse_ring(ring).keys):
        raise ImproperlyConfigured(f"{name} holds a key of the demonstration. Make your own: {HOW_TO_MAKE}")
    return ring


def secret(name: str) -> str:
    """Return a secret from ``name`` or from the file named by ``name_FILE``; a weak one refuses to start."""
    value = text_or_file(name)
    weak = len(value) < SECRET_MINIMUM_LENGTH or len(set(value)) < SECRET_MINIMUM_DIFFERENT
    if weak or "insecure" in value.lower():
        raise ImproperlyConfigured(
            f"{name} is too weak: use at least {SECRET_MINIMUM_LENGTH} random characters, for example from"
            " 'python -c \"import secrets; print(secrets.token_urlsafe(64))\"'."
        )
    return value
