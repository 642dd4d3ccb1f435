"""The one door of the frame: typed verbs that every room may call."""

from core.crypto import UnsealError, keyed_hash, seal, unseal

__all__ = ["UnsealError", "keyed_hash", "seal", "unseal"]
