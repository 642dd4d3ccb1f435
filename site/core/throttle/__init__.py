"""Rate limits on the shared cache, and the address a request really comes from."""

from core.throttle.address import client_address
from core.throttle.bucket import take_token

__all__ = ["client_address", "take_token"]
