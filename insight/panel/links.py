"""Signed links of the panel: whoever holds one may confirm, leave or answer. No account, no cookie."""

from uuid import UUID

from django.core import signing


def sign(purpose: str, key: UUID) -> str:
    """Return what stands in the address."""
    return signing.Signer(salt=f"insight.panel.{purpose}").sign(str(key))


def read(purpose: str, token: str) -> UUID | None:
    """Return the row's key; None for a link that is not ours or for something else."""
    try:
        return UUID(signing.Signer(salt=f"insight.panel.{purpose}").unsign(token))
    except (signing.BadSignature, ValueError):
        return None
