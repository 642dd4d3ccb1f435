"""The HTML of a page as its server sends it, for when no browser looks."""

from http.client import HTTPResponse
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPErrorProcessor, Request, build_opener

TIMEOUT_SECONDS = 15
MOST_BYTES = 10_000_000


class NotRead(Exception):  # noqa: N818 - an answer, never counted as clean
    """The page could not be read; the text says why."""


class _Stay(HTTPErrorProcessor):
    """Answers as they come: a redirect leads to another page, which was not asked for."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:  # noqa: ARG002 - urllib calls it so
        if response.status != 200:
            raise NotRead(f"The page answered {response.status}.")
        return response

    https_response = http_response


def read_source(url: str) -> str:
    """Return the text of ``url``: a file, or an address that was found to be our own. Raises :class:`NotRead`."""
    parts = urlsplit(url)
    try:
        if parts.scheme == "file":
            return Path(unquote(parts.path)).read_bytes()[:MOST_BYTES].decode("utf-8", errors="replace")
        with build_opener(_Stay).open(url, timeout=TIMEOUT_SECONDS) as answer:
            return str(answer.read(MOST_BYTES).decode(answer.headers.get_content_charset() or "utf-8", "replace"))
    except (URLError, OSError, LookupError) as error:
        raise NotRead(str(error)) from error
