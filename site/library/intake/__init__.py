"""How files come in: one verb for every door."""

from library.intake.base import Accepted, Outcome, Policy, Quarantined, Refused
from library.intake.clamd import Scan, scan, scanner_answers
from library.intake.inspect import inspect
from library.intake.policy import staff_documents
from library.intake.structure import register_structure_check

__all__ = [
    "Accepted",
    "Outcome",
    "Policy",
    "Quarantined",
    "Refused",
    "Scan",
    "inspect",
    "register_structure_check",
    "scan",
    "scanner_answers",
    "staff_documents",
]
