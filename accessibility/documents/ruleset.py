"""Which rules a verdict was made with."""

import hashlib
from functools import cache

from accessibility.documents.contrib.page_validation import adapter
from accessibility.documents.wcag import RULES

#: Raise it when a check finds other things than before although no row of wcag.py changed.
CHECKER = "3"


@cache
def ruleset() -> str:
    """Return twelve letters that change with the rules, the checks and the engine."""
    rows = [f"{rule!r}" for rule in RULES.values()]
    return hashlib.sha256("\n".join([CHECKER, adapter.version(), *rows]).encode()).hexdigest()[:12]
