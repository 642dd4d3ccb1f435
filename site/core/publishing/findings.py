"""What a gate says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


@dataclass(frozen=True)
class GateFinding:
    """One thing to mend: what is wrong, and how to put it right, each as whole sentences.

    ``criterion`` is a WCAG number such as "1.1.1", ``block_id`` the uuid of the StreamField block it is about.
    """

    rule: str
    message: str
    how: str
    criterion: str = ""
    block_id: str = ""
    blocking: bool = True


class PublishBlocked(ValidationError):  # noqa: N818 - it says what happened to the page
    """Something may not go live. Built from a dict, since wagtail-localize and Wagtail's API read it as one."""

    def __init__(self, findings: Iterable[GateFinding]) -> None:
        """Keep ``findings`` and give each one's words as an error of the whole object."""
        self.findings = tuple(findings)
        errors = [ValidationError(f"{finding.message} {finding.how}", code=finding.rule) for finding in self.findings]
        super().__init__({NON_FIELD_ERRORS: errors})
