"""The only way out: an HTTP client that cannot be sent to our own network."""

from core.http.client import http_client

__all__ = ["http_client"]
