"""Authenticator apps (TOTP, RFC 6238) and recovery codes."""

import base64
import secrets
from binascii import unhexlify

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from core.crypto import keyed_hash
from core.models import RecoveryCode, User

RECOVERY_CODES = 10
#: 12 letters of base 32: 60 bits, and easy to read aloud.
RECOVERY_BYTES = 8
RECOVERY_LETTERS = 12


def confirmed_device(user: User) -> TOTPDevice | None:
    """Return the authenticator app that proves who the account is, or None."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def pending_device(user: User) -> TOTPDevice:
    """Return the app that is being set up; the same one until it is confirmed, so a reload keeps the secret."""
    pending = TOTPDevice.objects.filter(user=user, confirmed=False).order_by("pk").first()
    return pending or TOTPDevice.objects.create(user=user, confirmed=False, name="app")


def secret_text(device: TOTPDevice) -> str:
    """Return the secret as people type it: base 32 in groups of four."""
    text = base64.b32encode(unhexlify(device.key)).decode().rstrip("=")
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def verify_app(device: TOTPDevice, code: str) -> bool:
    """Return whether ``code`` is right now and was not used before; the row is locked meanwhile."""
    if not code.isdecimal():
        return False
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        return bool(locked.verify_token(code))


def _hash(user: User, code: str) -> str:
    bare = "".join(character for character in code.upper() if character.isalnum())
    return keyed_hash(bare, purpose=f"recovery-code:{user.pk}")


def make_recovery_codes(user: User) -> list[str]:
    """Replace the account's codes and return the new ones: the only time that they can be read."""
    raw = [
        base64.b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode()[:RECOVERY_LETTERS] for _ in range(RECOVERY_CODES)
    ]
    codes = ["-".join(code[start : start + 4] for start in range(0, RECOVERY_LETTERS, 4)) for code in raw]
    with transaction.atomic():
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(user=user, code_hash=_hash(user, code)) for code in codes)
    return codes


def use_recovery_code(user: User, code: str) -> bool:
    """Return whether ``code`` is one of the account's codes, and use it up: the delete lets one caller win."""
    deleted, _models = RecoveryCode.objects.filter(user=user, code_hash=_hash(user, code)).delete()
    return deleted == 1
