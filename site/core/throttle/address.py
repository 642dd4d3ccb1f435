"""The client's address: forwarding headers are believed only from our own proxy."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address
#: A web server that speaks to us through a Unix socket has no address.
SOCKET = "unix"


@lru_cache(maxsize=8)
def _networks(proxies: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(proxy) for proxy in proxies if proxy != SOCKET)


def _parse(text: str) -> Address | None:
    """Return the address, without IPv6 clothing round an IPv4 one; None when it is none."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _trusted(address: Address | None) -> bool:
    proxies = tuple(settings.WAYMARK_TRUSTED_PROXIES)
    if address is None:
        return SOCKET in proxies
    return any(address in network for network in _networks(proxies))


def client_address(request: HttpRequest) -> str:
    """Return the address of whoever sent the request, as text; ``""`` when nothing trusted knows it.

    ``X-Forwarded-For`` is read from its right end, and only past proxies of ``WAYMARK_TRUSTED_PROXIES``:
    what a client wrote into it itself stands further left and is never reached.
    """
    address = _parse(request.META.get("REMOTE_ADDR", ""))
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while hops and _trusted(address):
        before = _parse(hops.pop())
        if before is None:
            break
        address = before
    return str(address) if address else ""
