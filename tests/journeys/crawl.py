"""Find every public page of a running site by following its links, as a reader could."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

#: Addresses that are no pages, or that change something.
LEAVE = ("/admin/", "/documents/", "/static/", "/media/", "/brand/", "/forms/d/")

#: How an address that answers with a page or with a file stands in the list.
SERVED, FILE = 200, 0


def fetch(address: str) -> tuple[int, str, str]:
    """Return status, final address and text of an HTML page; text is empty for anything else."""
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            html = response.read().decode() if "html" in response.headers.get("Content-Type", "") else ""
            return response.status, response.url, html
    except urllib.error.HTTPError as error:
        return error.code, address, ""


def links(html: str, base: str) -> Iterator[str]:
    """Yield the addresses on the same site that a page links to, without fragments."""
    for anchor in BeautifulSoup(html, "html.parser").find_all("a", href=True):
        address = urljoin(base, str(anchor["href"])).split("#")[0]
        if urlsplit(address).netloc == urlsplit(base).netloc and not urlsplit(address).path.startswith(LEAVE):
            yield address


def crawl(*starts: str, most: int = 400) -> dict[str, int]:
    """Return address -> status of every page that ``starts`` lead to; files that are served are left out."""
    found: dict[str, int] = {}
    waiting = list(starts)
    while waiting and len(found) < most:
        address = waiting.pop(0)
        if address in found:
            continue
        status, final, html = fetch(address)
        found[address] = status if html or status != SERVED else FILE
        waiting += [link for link in links(html, final) if link not in found]
    return {address: status for address, status in found.items() if status != FILE}
