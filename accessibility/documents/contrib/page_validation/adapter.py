"""Run the engine on bytes and speak our words. Its top-level package is called ``page``: imported here alone."""

import re
from collections import defaultdict
from collections.abc import Iterator

from accessibility.documents.base import Finding, Location, Refused
from accessibility.documents.contrib.page_validation.table import LIGHTER, TABLE, UNKNOWN

_NAME = re.compile(r"PDF\w+?-(?P<name>.+)-\d{3}$")
_PAGE = re.compile(r"\bpage (\d{1,5})\b")


def version() -> str:
    """Return the engine's version, which is part of the ruleset."""
    from importlib import metadata

    return metadata.version("page-validation")


def run(data: bytes) -> Iterator[Finding]:
    """Yield one finding for each of our rules and clauses. Raises :class:`Refused` when the engine gives no answer."""
    try:
        import page
    except ImportError as error:
        raise Refused("engine_missing") from error
    try:
        report = page.validate_pdf_bytes(data, profile="ua1")
    except page.SafetyLimitError as error:
        raise Refused("safety_limit") from error
    except page.PageError as error:
        raise Refused("damaged") from error
    groups: dict[tuple[str, str], list[Location]] = defaultdict(list)
    for failure in report.failures:
        groups[_row(failure.rule_id)].append(_place(failure))
    for (rule, clause), places in groups.items():
        yield Finding(rule, tuple(places[:10]), len(places), LIGHTER.get(clause), clause)


def _row(name: str) -> tuple[str, str]:
    """Return our rule and the clause for one of the engine's names."""
    match = _NAME.match(name)
    return TABLE.get(match["name"], UNKNOWN) if match else UNKNOWN


def _place(failure: object) -> Location:
    """Return page and object number as far as the engine tells them."""
    found = _PAGE.search(getattr(failure, "message", ""))
    identity = getattr(failure, "object_id", None)
    return Location(page=int(found[1]) if found else None, item=identity.object_number if identity else None)
