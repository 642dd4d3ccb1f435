"""The checks that run, and what one entry or segment gets of them."""

from collections.abc import Sequence
from dataclasses import replace

from translation.checks.base import Check, Finding, Segment
from translation.checks.english import check_english
from translation.checks.glossary import check_glossary
from translation.checks.kinds import check_currencies, check_months
from translation.checks.links import check_links
from translation.checks.numbers import check_numbers
from translation.checks.placeholders import check_placeholders
from translation.checks.script import check_script
from translation.checks.shape import check_empty, check_ends, check_length
from translation.checks.tags import check_tags

CHECKS: list[Check] = [
    check_placeholders,
    check_tags,
    check_links,
    check_numbers,
    check_months,
    check_currencies,
    check_glossary,
    check_script,
    check_english,
    check_length,
    check_ends,
]


def check(segment: Segment) -> list[Finding]:
    """Return every finding about one translation; about an empty one only that it is empty."""
    empty = list(check_empty(segment))
    return empty or [finding for each in CHECKS for finding in each(segment)]


def check_against(segments: Sequence[Segment]) -> list[Finding]:
    """Return the findings against that English text, of a singular and a plural, which fits best."""
    found = [check(segment) for segment in segments]
    return min(found, key=len)


def check_form(sources: Sequence[str], target: Segment, form: int) -> list[Finding]:
    """Return the findings about one plural form of a translation, each with the number of the form."""
    found = check_against([replace(target, source=source) for source in sources])
    return [replace(finding, form=form) for finding in found]
