"""Sealed values: AES-GCM with a key ring, and keyed hashes for finding a row without opening it."""

from core.crypto.ring import Key, KeyRing, key_ring, parse_ring
from core.crypto.seal import UnsealError, key_id_of, keyed_hash, seal, unseal

__all__ = ["Key", "KeyRing", "UnsealError", "key_id_of", "key_ring", "keyed_hash", "parse_ring", "seal", "unseal"]
