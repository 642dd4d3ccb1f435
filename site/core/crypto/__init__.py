"""Sealed values: AES-GCM with a key ring, and keyed hashes for finding a row without opening it."""

from core.crypto.files import is_sealed_file, seal_chunks, unseal_chunks
from core.crypto.ring import Key, KeyRing, key_ring, parse_ring
from core.crypto.seal import UnsealError, is_current, key_id_of, keyed_hash, seal, unseal

__all__ = [
    "Key",
    "KeyRing",
    "UnsealError",
    "is_current",
    "is_sealed_file",
    "key_id_of",
    "key_ring",
    "keyed_hash",
    "parse_ring",
    "seal",
    "seal_chunks",
    "unseal",
    "unseal_chunks",
]
