"""How pytest-xdist shares the tests out: journeys stay in one worker, since they share one running demo site.

xdist's own groups do not work with pytest 9.2, which keeps a test's id in another attribute than xdist 3.8 writes to.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = "tests/journeys/"


class OneSite(LoadScopeScheduling):  # type: ignore[misc] # xdist is untyped
    """Every test goes to the next free worker, but all journeys to the same one."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneSite | None:
    """Replace ``--dist loadscope`` by it; with any other choice, xdist's own scheduler works."""
    return OneSite(config, log) if config.getvalue("dist") == "loadscope" else None
