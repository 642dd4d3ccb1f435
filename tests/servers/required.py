"""A server program that is missing: a failure where CI=true, one line elsewhere."""

import os

import pytest


def need(name: str, *, installed: bool) -> None:
    """Skip the test with one line, or fail it under CI, unless the program is installed."""
    if installed:
        return
    words = f"{name} is not installed: run 'make system-packages'."
    if os.environ.get("CI") == "true":
        pytest.fail(words, pytrace=False)
    pytest.skip(words)
