"""The one door of the frame: typed verbs that every room may call."""

from core.audit import record_event
from core.crypto import UnsealError, keyed_hash, seal, unseal
from core.exports import write_csv, write_xlsx
from core.http import http_client
from core.throttle import client_address, take_token

__all__ = [
    "UnsealError",
    "client_address",
    "http_client",
    "keyed_hash",
    "record_event",
    "seal",
    "take_token",
    "unseal",
    "write_csv",
    "write_xlsx",
]
